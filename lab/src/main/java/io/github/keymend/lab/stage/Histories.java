package io.github.keymend.lab.stage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keymend.lab.asl.model.AslFile;
import io.github.keymend.lab.asl.run.Execution;
import io.github.keymend.lab.asl.run.ExecutionEvent;
import io.github.keymend.lab.asl.run.ExecutionListener;
import io.github.keymend.lab.asl.run.ExecutionStatus;
import io.github.keymend.lab.door.HistoryEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The histories of executions as GetExecutionHistory shows them: states entered and left, failures, the end. The events
 * that a task makes in between (scheduled, started, succeeded) are left out.
 */
final class Histories implements ExecutionListener {
  private final AslFile file;
  private final Map<String, List<HistoryEvent>> byArn = new HashMap<>();

  Histories(AslFile file) {
    this.file = file;
  }

  void started(Execution execution) {
    ObjectNode details = object().put("input", execution.start().input().toString());
    details.put("roleArn", "arn:aws:iam::111122223333:role/keymend-RepairStateMachineRole");
    add(
        execution.arn(),
        execution.startedAt(),
        "ExecutionStarted",
        "executionStartedEventDetails",
        details);
  }

  /** The events of an execution so far. */
  List<HistoryEvent> of(String executionArn) {
    return List.copyOf(byArn.getOrDefault(executionArn, List.of()));
  }

  @Override
  public void on(String arn, ExecutionEvent event) {
    if (event instanceof ExecutionEvent.StateEntered entered) {
      ObjectNode details =
          object().put("name", entered.state()).put("input", text(entered.input()));
      add(
          arn,
          event.at(),
          kind(entered.state()) + "StateEntered",
          "stateEnteredEventDetails",
          details);
    } else if (event instanceof ExecutionEvent.StateLeft left) {
      ObjectNode details = object().put("name", left.state()).put("output", text(left.output()));
      add(arn, event.at(), kind(left.state()) + "StateExited", "stateExitedEventDetails", details);
    } else if (event instanceof ExecutionEvent.StateFailed failed
        && kind(failed.state()).equals("Task")) {
      ObjectNode details = object().put("resourceType", "lambda").put("resource", "invoke");
      details.put("error", failed.error()).put("cause", failed.cause());
      add(arn, event.at(), "TaskFailed", "taskFailedEventDetails", details);
    } else if (event instanceof ExecutionEvent.Ended ended) {
      end(arn, ended);
    }
  }

  private void end(String arn, ExecutionEvent.Ended ended) {
    ExecutionStatus status = ended.status();
    ObjectNode details = object();
    if (status instanceof ExecutionStatus.Succeeded succeeded) {
      details.put("output", text(succeeded.output()));
      add(arn, ended.at(), "ExecutionSucceeded", "executionSucceededEventDetails", details);
    } else if (status instanceof ExecutionStatus.Failed failed) {
      details.put("error", failed.error()).put("cause", failed.cause());
      add(arn, ended.at(), "ExecutionFailed", "executionFailedEventDetails", details);
    } else if (status instanceof ExecutionStatus.Aborted aborted) {
      details.put("error", aborted.error()).put("cause", aborted.cause());
      add(arn, ended.at(), "ExecutionAborted", "executionAbortedEventDetails", details);
    } else {
      add(arn, ended.at(), "ExecutionTimedOut", "executionTimedOutEventDetails", details);
    }
  }

  private String kind(String state) {
    String name = file.state(state).getClass().getSimpleName();
    return name.substring(0, name.length() - "State".length());
  }

  private void add(
      String arn, Instant at, String type, @Nullable String member, ObjectNode details) {
    byArn
        .computeIfAbsent(arn, any -> new ArrayList<>())
        .add(new HistoryEvent(at, type, member, details));
  }

  private static String text(JsonNode node) {
    return node.toString();
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
