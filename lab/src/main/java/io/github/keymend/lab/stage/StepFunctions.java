package io.github.keymend.lab.stage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.keymend.lab.asl.model.AslFile;
import io.github.keymend.lab.asl.run.Execution;
import io.github.keymend.lab.asl.run.ExecutionStart;
import io.github.keymend.lab.asl.run.ExecutionWorld;
import io.github.keymend.lab.asl.run.MachineArn;
import io.github.keymend.lab.clock.Timeline;
import io.github.keymend.lab.door.ExecutionStatus;
import io.github.keymend.lab.door.ExecutionView;
import io.github.keymend.lab.door.Executions;
import io.github.keymend.lab.door.SfnErrors;
import io.github.keymend.lab.door.StartedExecution;
import io.github.keymend.lab.stage.fault.ExecutionFaults;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One state machine whose executions take turns on the timeline, state by state. */
public final class StepFunctions implements Executions {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final Timeline timeline;
  private final AslFile file;
  private final MachineArn machine;
  private final ExecutionWorld world;
  private final Map<String, Execution> executions = new LinkedHashMap<>();
  private final ExecutionFaults faults = new ExecutionFaults();

  /** With the deployed workflow and what its executions need. */
  public StepFunctions(Timeline timeline, AslFile file, MachineArn machine, ExecutionWorld world) {
    this.timeline = timeline;
    this.file = file;
    this.machine = machine;
    this.world = world;
  }

  @Override
  public StartedExecution startExecution(String stateMachineArn, String name, String input) {
    if (!machine.value().equals(stateMachineArn)) {
      throw SfnErrors.noStateMachine(stateMachineArn);
    }
    JsonNode json = json(input);
    Execution before = executions.get(machine.execution(name));
    if (before != null) {
      if (!before.status().isEnd() && before.start().input().equals(json)) {
        return new StartedExecution(before.arn(), before.startedAt());
      }
      throw SfnErrors.alreadyExists(before.arn());
    }
    Execution execution = new Execution(new ExecutionStart(file, machine, name, json), world);
    executions.put(execution.arn(), execution);
    timeline.schedule(timeline.now(), () -> advance(execution));
    return new StartedExecution(execution.arn(), execution.startedAt());
  }

  private void advance(Execution execution) {
    if (execution.status().isEnd()) {
      return;
    }
    faults.step(
        execution,
        () -> execution.step().ifPresent(pause -> timeline.after(pause, () -> advance(execution))));
  }

  /** A person stops an execution, as the console's button does. */
  public void abort(String executionArn) {
    Execution execution = executions.get(executionArn);
    if (execution == null) {
      throw SfnErrors.noExecution(executionArn);
    }
    execution.stop("", "");
  }

  /** The ends that wait for executions. */
  public ExecutionFaults faults() {
    return faults;
  }

  @Override
  public ExecutionView describeExecution(String executionArn) {
    Execution execution = executions.get(executionArn);
    if (execution == null) {
      throw SfnErrors.noExecution(executionArn);
    }
    boolean over = execution.status().isEnd();
    return new ExecutionView(
        executionArn,
        machine.value(),
        execution.start().name(),
        ExecutionStatus.valueOf(execution.status().name()),
        execution.startedAt(),
        over ? execution.due() : null,
        execution.start().input().toString(),
        null,
        null,
        null);
  }

  /** All executions, oldest first. */
  public List<Execution> executions() {
    return new ArrayList<>(executions.values());
  }

  /** Whether any execution is running. */
  public boolean isRunning() {
    return executions.values().stream().anyMatch(each -> !each.status().isEnd());
  }

  private static JsonNode json(String input) {
    try {
      return JSON.readTree(input);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the input of an execution must be JSON: " + input, e);
    }
  }
}
