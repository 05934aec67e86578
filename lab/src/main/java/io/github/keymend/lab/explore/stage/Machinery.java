package io.github.keymend.lab.explore.stage;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keymend.lab.asl.run.LambdaError;
import io.github.keymend.lab.explore.history.Mishap;
import java.util.List;

/** The running parts of keymend, at one depth: the workflow's executions and the sweep. */
public interface Machinery extends StartedAndDescribed {
  /** Runs one sweep. */
  void sweep(JsonNode event) throws LambdaError;

  /** Ends an execution from outside; nothing happens if it is over. */
  void end(String execution, Mishap.Ending how);

  /** One execution. */
  Ran ran(String execution);

  /** All executions, oldest first. */
  List<Ran> all();

  /** The ARN of the state machine. */
  String stateMachineArn();
}
