package io.github.keymend.lab.stage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.keymend.lab.asl.run.LambdaError;
import io.github.keymend.lab.asl.run.LambdaErrorKind;
import io.github.keymend.lab.door.LambdaFunctions.Invoked;
import io.github.keymend.lab.service.ServiceError;

/** How Lambda Invoke tells that a call has failed; Lambda API reference, Invoke. */
final class LambdaFailures {
  private static final ObjectMapper JSON = new ObjectMapper();

  private LambdaFailures() {}

  /**
   * The answer to a call whose function failed.
   *
   * @throws ServiceError if it was Lambda itself that did not run the function
   */
  static Invoked answer(LambdaError error) {
    if (error.kind() == LambdaErrorKind.SERVICE) {
      throw new ServiceError("TooManyRequestsException", 429, error.errorMessage());
    }
    try {
      return new Invoked(JSON.readTree(error.cause()), true);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the cause of a failed function is JSON", e);
    }
  }
}
