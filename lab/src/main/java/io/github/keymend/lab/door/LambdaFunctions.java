package io.github.keymend.lab.door;

import com.fasterxml.jackson.databind.JsonNode;

/** The functions of the lab's Lambda, as its API calls them; Lambda API reference, Invoke. */
public interface LambdaFunctions {
  /** An account without functions. */
  LambdaFunctions NONE = new LambdaFunctions() {
    @Override
    public boolean has(String name) {
      return false;
    }

    @Override
    public Invoked invoke(String name, JsonNode payload) {
      throw new IllegalArgumentException("there is no function " + name);
    }
  };

  /** Whether there is a function of this name. */
  boolean has(String name);

  /**
   * Calls a function and waits for its end.
   *
   * @throws io.github.keymend.lab.service.ServiceError if Lambda itself refuses the call
   */
  Invoked invoke(String name, JsonNode payload);

  /**
   * What came of a call.
   *
   * @param payload what the function returned, or the description of its error
   * @param failed whether the function failed
   */
  record Invoked(JsonNode payload, boolean failed) {}
}
