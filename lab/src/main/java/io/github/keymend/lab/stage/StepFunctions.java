package io.github.keymend.lab.stage;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.keymend.lab.asl.model.AslFile;
import io.github.keymend.lab.asl.run.Execution;
import io.github.keymend.lab.asl.run.ExecutionListener;
import io.github.keymend.lab.asl.run.ExecutionStart;
import io.github.keymend.lab.asl.run.ExecutionStatus.Aborted;
import io.github.keymend.lab.asl.run.ExecutionStatus.Failed;
import io.github.keymend.lab.asl.run.ExecutionStatus.Succeeded;
import io.github.keymend.lab.asl.run.ExecutionWorld;
import io.github.keymend.lab.asl.run.MachineArn;
import io.github.keymend.lab.clock.Timeline;
import io.github.keymend.lab.door.ExecutionStatus;
import io.github.keymend.lab.door.ExecutionView;
import io.github.keymend.lab.door.Executions;
import io.github.keymend.lab.door.HistoryEvent;
import io.github.keymend.lab.door.SfnErrors;
import io.github.keymend.lab.door.StartedExecution;
import io.github.keymend.lab.stage.fault.ExecutionFaults;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One state machine whose executions take turns on the timeline, state by state. */
public final class StepFunctions implements Executions {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern NAME = Pattern.compile("[0-9A-Za-z_-]{1,80}");
  private static final int MAX_INPUT_BYTES = 262_144;
  private final Timeline timeline;
  private final AslFile file;
  private final MachineArn machine;
  private final ExecutionWorld world;
  private final Histories history;
  private final Map<String, Execution> executions = new LinkedHashMap<>();
  private final ExecutionFaults faults = new ExecutionFaults();

  /** With the deployed workflow and what its executions need. */
  public StepFunctions(Timeline timeline, AslFile file, MachineArn machine, ExecutionWorld world) {
    this.timeline = timeline;
    this.file = file;
    this.machine = machine;
    this.history = new Histories(file);
    ExecutionListener listener = world.listener();
    this.world = world.listening((arn, event) -> {
      history.on(arn, event);
      listener.on(arn, event);
    });
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
    Execution execution = new Execution(startOf(name, json), world);
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

  private ExecutionStart startOf(String name, JsonNode input) {
    if (!NAME.matcher(name).matches()) {
      throw SfnErrors.invalidName(name);
    }
    if (input.toString().getBytes(UTF_8).length > MAX_INPUT_BYTES) {
      throw SfnErrors.inputTooLarge(MAX_INPUT_BYTES);
    }
    return new ExecutionStart(file, machine, name, input);
  }

  @Override
  public ExecutionView describeExecution(String executionArn) {
    return view(require(executionArn));
  }

  @Override
  public ExecutionView stopExecution(String executionArn, String error, String cause) {
    Execution execution = require(executionArn);
    execution.stop(error, cause);
    return view(execution);
  }

  @Override
  public List<ExecutionView> listExecutions(String stateMachineArn) {
    if (!machine.value().equals(stateMachineArn)) {
      throw SfnErrors.noStateMachine(stateMachineArn);
    }
    List<ExecutionView> views = new ArrayList<>();
    executions.values().forEach(execution -> views.add(0, view(execution)));
    return views;
  }

  @Override
  public List<HistoryEvent> history(String executionArn) {
    return history.of(require(executionArn));
  }

  @Override
  public List<String> stateMachines() {
    return List.of(machine.value());
  }

  private Execution require(String executionArn) {
    Execution execution = executions.get(executionArn);
    if (execution == null) {
      throw SfnErrors.noExecution(executionArn);
    }
    return execution;
  }

  private ExecutionView view(Execution execution) {
    var status = execution.status();
    String output = status instanceof Succeeded succeeded ? succeeded.output().toString() : null;
    String error = null;
    String cause = null;
    if (status instanceof Failed failed) {
      error = failed.error();
      cause = failed.cause();
    } else if (status instanceof Aborted aborted) {
      error = aborted.error();
      cause = aborted.cause();
    }
    return new ExecutionView(
        execution.arn(),
        machine.value(),
        execution.start().name(),
        ExecutionStatus.valueOf(status.name()),
        execution.startedAt(),
        execution.endedAt().orElse(null),
        execution.start().input().toString(),
        output,
        blankToNull(error),
        blankToNull(cause));
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isEmpty() ? null : text;
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
