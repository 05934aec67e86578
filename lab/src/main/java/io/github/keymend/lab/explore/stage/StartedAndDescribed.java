package io.github.keymend.lab.explore.stage;

import io.github.keymend.lab.door.ExecutionView;
import io.github.keymend.lab.door.Executions;
import io.github.keymend.lab.door.HistoryEvent;
import java.util.List;

/** Executions as keymend uses them: it starts and describes them, and nothing else. */
public interface StartedAndDescribed extends Executions {
  @Override
  default ExecutionView stopExecution(String executionArn, String error, String cause) {
    throw new UnsupportedOperationException("keymend stops no execution");
  }

  @Override
  default List<ExecutionView> listExecutions(String stateMachineArn) {
    throw new UnsupportedOperationException("keymend lists no executions");
  }

  @Override
  default List<HistoryEvent> history(String executionArn) {
    throw new UnsupportedOperationException("keymend reads no history");
  }

  @Override
  default List<String> stateMachines() {
    throw new UnsupportedOperationException("keymend lists no state machines");
  }
}
