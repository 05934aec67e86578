package io.github.keymend.lab.explore.core;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.keymend.lab.asl.run.LambdaError;
import io.github.keymend.lab.asl.run.MachineArn;
import io.github.keymend.lab.door.ExecutionStatus;
import io.github.keymend.lab.door.ExecutionView;
import io.github.keymend.lab.door.SfnErrors;
import io.github.keymend.lab.door.StartedExecution;
import io.github.keymend.lab.explore.history.Mishap;
import io.github.keymend.lab.explore.stage.Machinery;
import io.github.keymend.lab.explore.stage.Props;
import io.github.keymend.lab.explore.stage.Ran;
import io.github.keymend.step.World;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** The executions of the workflow's model, and the sweep. */
final class CoreMachinery implements Machinery {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final Props props;
  private final MachineArn machine;
  private final CoreSteps steps;
  private final Map<String, CoreExecution> executions = new LinkedHashMap<>();

  CoreMachinery(Props props, UnaryOperator<World> change) {
    this.props = props;
    this.machine = new MachineArn(props.stateMachineArn());
    this.steps = new CoreSteps(props, this, change);
  }

  @Override
  public StartedExecution startExecution(String stateMachineArn, String name, String input) {
    String arn = machine.execution(name);
    JsonNode json = json(input);
    CoreExecution before = executions.get(arn);
    if (before != null) {
      if (before.isRunning() && before.input().equals(json)) {
        return new StartedExecution(arn, before.startedAt());
      }
      throw SfnErrors.alreadyExists(arn);
    }
    CoreExecution execution = new CoreExecution(arn, json, steps, props);
    executions.put(arn, execution);
    props.timeline().after(Duration.ZERO, () -> advance(execution));
    return new StartedExecution(arn, execution.startedAt());
  }

  private void advance(CoreExecution execution) {
    if (execution.isRunning()) {
      execution.step().ifPresent(pause -> props.timeline().after(pause, () -> advance(execution)));
    }
  }

  @Override
  public ExecutionView describeExecution(String executionArn) {
    CoreExecution execution = executions.get(executionArn);
    if (execution == null) {
      throw SfnErrors.noExecution(executionArn);
    }
    Ran ran = execution.ran();
    return new ExecutionView(
        executionArn,
        machine.value(),
        executionArn.substring(executionArn.lastIndexOf(':') + 1),
        ExecutionStatus.valueOf(ran.status()),
        ran.startedAt(),
        ran.endedAt(),
        "{}",
        null,
        null,
        null);
  }

  @Override
  public void sweep(JsonNode event) throws LambdaError {
    props.lambdas().call("SweepFunction", null, () -> steps.sweep.handle(event));
  }

  @Override
  public void end(String execution, Mishap.Ending how) {
    known(execution).end(how.name());
  }

  @Override
  public Ran ran(String execution) {
    return known(execution).ran();
  }

  @Override
  public List<Ran> all() {
    return executions.values().stream().map(CoreExecution::ran).toList();
  }

  @Override
  public String stateMachineArn() {
    return machine.value();
  }

  private CoreExecution known(String execution) {
    return Objects.requireNonNull(executions.get(execution), execution);
  }

  private static JsonNode json(String input) {
    try {
      return JSON.readTree(input);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the input of an execution must be JSON: " + input, e);
    }
  }
}
