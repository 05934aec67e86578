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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The histories of executions as GetExecutionHistory shows them: states entered and left, failures, the end. The events
 * that a task makes in between (scheduled, started, succeeded) are left out.
 */
final class Histories implements ExecutionListener {
  private final AslFile file;
  // Written down when somebody asks, which is seldom: nothing in an event changes any more.
  private final Map<String, List<ExecutionEvent>> byArn = new HashMap<>();

  Histories(AslFile file) {
    this.file = file;
  }

  @Override
  public void on(String arn, ExecutionEvent event) {
    byArn.computeIfAbsent(arn, any -> new ArrayList<>()).add(event);
  }

  /** The events of an execution so far. */
  List<HistoryEvent> of(Execution execution) {
    List<HistoryEvent> events = new ArrayList<>();
    events.add(started(execution));
    byArn
        .getOrDefault(execution.arn(), List.of())
        .forEach(event -> written(event).ifPresent(events::add));
    return events;
  }

  private static HistoryEvent started(Execution execution) {
    ObjectNode details = object().put("input", execution.start().input().toString());
    details.put("roleArn", "arn:aws:iam::111122223333:role/keymend-RepairStateMachineRole");
    return new HistoryEvent(
        execution.startedAt(), "ExecutionStarted", "executionStartedEventDetails", details);
  }

  private Optional<HistoryEvent> written(ExecutionEvent event) {
    if (event instanceof ExecutionEvent.StateEntered entered) {
      ObjectNode details =
          object().put("name", entered.state()).put("input", text(entered.input()));
      return event(
          event, kind(entered.state()) + "StateEntered", "stateEnteredEventDetails", details);
    } else if (event instanceof ExecutionEvent.StateLeft left) {
      ObjectNode details = object().put("name", left.state()).put("output", text(left.output()));
      return event(event, kind(left.state()) + "StateExited", "stateExitedEventDetails", details);
    } else if (event instanceof ExecutionEvent.StateFailed failed
        && kind(failed.state()).equals("Task")) {
      ObjectNode details = object().put("resourceType", "lambda").put("resource", "invoke");
      details.put("error", failed.error()).put("cause", failed.cause());
      return event(event, "TaskFailed", "taskFailedEventDetails", details);
    } else if (event instanceof ExecutionEvent.Ended ended) {
      return end(ended);
    }
    return Optional.empty();
  }

  private static Optional<HistoryEvent> end(ExecutionEvent.Ended ended) {
    ExecutionStatus status = ended.status();
    ObjectNode details = object();
    if (status instanceof ExecutionStatus.Succeeded succeeded) {
      details.put("output", text(succeeded.output()));
      return event(ended, "ExecutionSucceeded", "executionSucceededEventDetails", details);
    } else if (status instanceof ExecutionStatus.Failed failed) {
      details.put("error", failed.error()).put("cause", failed.cause());
      return event(ended, "ExecutionFailed", "executionFailedEventDetails", details);
    } else if (status instanceof ExecutionStatus.Aborted aborted) {
      details.put("error", aborted.error()).put("cause", aborted.cause());
      return event(ended, "ExecutionAborted", "executionAbortedEventDetails", details);
    } else {
      return event(ended, "ExecutionTimedOut", "executionTimedOutEventDetails", details);
    }
  }

  private String kind(String state) {
    String name = file.state(state).getClass().getSimpleName();
    return name.substring(0, name.length() - "State".length());
  }

  private static Optional<HistoryEvent> event(
      ExecutionEvent event, String type, String member, ObjectNode details) {
    return Optional.of(new HistoryEvent(event.at(), type, member, details));
  }

  private static String text(JsonNode node) {
    return node.toString();
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
