package io.github.keymend.lab.asl.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** Calls Lambda functions. */
@FunctionalInterface
public interface LambdaInvoker {
  /**
   * Calls a function and waits for its answer. In virtual time the call takes as long as the clock of the execution
   * moves meanwhile, or as long as the error says.
   *
   * @param functionName as it stands in the workflow after substitution: a name or an ARN
   * @param now virtual time of the call
   * @return what the function returned
   * @throws LambdaError if the call failed
   */
  JsonNode invoke(String functionName, JsonNode payload, Instant now) throws LambdaError;
}
