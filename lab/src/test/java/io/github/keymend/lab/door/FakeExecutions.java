package io.github.keymend.lab.door;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Executions that run until the test ends them, with the idempotency of StartExecution. */
final class FakeExecutions implements Executions {
  final Map<String, ExecutionView> byArn = new LinkedHashMap<>();
  private final Clock clock;

  FakeExecutions(Clock clock) {
    this.clock = clock;
  }

  @Override
  public StartedExecution startExecution(String stateMachineArn, String name, String input) {
    String arn = stateMachineArn.replace(":stateMachine:", ":execution:") + ":" + name;
    ExecutionView known = byArn.get(arn);
    if (known != null
        && !(known.status() == ExecutionStatus.RUNNING && known.input().equals(input))) {
      throw SfnErrors.alreadyExists(arn);
    }
    ExecutionView view = known != null
        ? known
        : new ExecutionView(
            arn,
            stateMachineArn,
            name,
            ExecutionStatus.RUNNING,
            clock.instant(),
            null,
            input,
            null,
            null,
            null);
    byArn.put(arn, view);
    return new StartedExecution(arn, view.startDate());
  }

  @Override
  public ExecutionView describeExecution(String executionArn) {
    ExecutionView known = byArn.get(executionArn);
    if (known == null) {
      throw SfnErrors.noExecution(executionArn);
    }
    return known;
  }

  @Override
  public ExecutionView stopExecution(String executionArn, String error, String cause) {
    end(executionArn, ExecutionStatus.ABORTED);
    return describeExecution(executionArn);
  }

  @Override
  public List<ExecutionView> listExecutions(String stateMachineArn) {
    return byArn.values().stream()
        .filter(view -> view.stateMachineArn().equals(stateMachineArn))
        .toList();
  }

  @Override
  public List<HistoryEvent> history(String executionArn) {
    return List.of();
  }

  @Override
  public List<String> stateMachines() {
    return List.of();
  }

  void end(String arn, ExecutionStatus status) {
    byArn.computeIfPresent(
        arn,
        (key, view) -> new ExecutionView(
            arn,
            view.stateMachineArn(),
            view.name(),
            status,
            view.startDate(),
            clock.instant(),
            view.input(),
            null,
            "States.Timeout",
            null));
  }
}
