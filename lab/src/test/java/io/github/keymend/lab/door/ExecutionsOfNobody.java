package io.github.keymend.lab.door;

import io.github.keymend.lab.clock.VirtualClock;
import java.util.List;

/** Step Functions that nobody uses. */
public final class ExecutionsOfNobody implements Executions {
  private final FakeExecutions none = new FakeExecutions(new VirtualClock());

  @Override
  public StartedExecution startExecution(String stateMachineArn, String name, String input) {
    throw SfnErrors.noStateMachine(stateMachineArn);
  }

  @Override
  public ExecutionView describeExecution(String executionArn) {
    return none.describeExecution(executionArn);
  }

  @Override
  public ExecutionView stopExecution(String executionArn, String error, String cause) {
    return none.describeExecution(executionArn);
  }

  @Override
  public List<ExecutionView> listExecutions(String stateMachineArn) {
    return List.of();
  }

  @Override
  public List<HistoryEvent> history(String executionArn) {
    return List.of();
  }

  @Override
  public List<String> stateMachines() {
    return List.of();
  }
}
