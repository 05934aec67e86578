package io.github.keymend.lab.asl.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keymend.lab.asl.query.Variables;
import java.time.Duration;

/** What becomes of an execution after one step of work. */
sealed interface Move {
  /** How much virtual time passes before it. */
  Duration after();

  /** The same state goes on after a pause. */
  record Pause(Duration after) implements Move {}

  /** Another state is next. */
  record Onward(Duration after, String next, JsonNode output, Variables variables)
      implements Move {}

  /** The execution is over. */
  record End(Duration after, ExecutionStatus status) implements Move {}
}
