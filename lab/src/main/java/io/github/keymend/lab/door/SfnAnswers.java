package io.github.keymend.lab.door;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/** Writes the answers of Step Functions; Step Functions API reference. */
final class SfnAnswers {
  private SfnAnswers() {}

  static ObjectNode started(StartedExecution started) {
    ObjectNode answer = Json.object().put("executionArn", started.executionArn());
    answer.set("startDate", Json.time(started.startDate()));
    return answer;
  }

  static ObjectNode described(ExecutionView view) {
    ObjectNode answer = summary(view);
    answer.put("input", view.input());
    answer.putObject("inputDetails").put("included", true);
    if (view.output() != null) {
      answer.put("output", view.output());
      answer.putObject("outputDetails").put("included", true);
    }
    if (view.error() != null) {
      answer.put("error", view.error());
    }
    if (view.cause() != null) {
      answer.put("cause", view.cause());
    }
    return answer;
  }

  static ObjectNode listed(SfnPage<ExecutionView> page) {
    ObjectNode answer = Json.object();
    ArrayNode list = answer.putArray("executions");
    page.entries().forEach(view -> list.add(summary(view)));
    return page.mark(answer);
  }

  static ObjectNode machines(List<String> arns, Instant created) {
    ObjectNode answer = Json.object();
    ArrayNode list = answer.putArray("stateMachines");
    for (String arn : arns) {
      ObjectNode machine = list.addObject();
      machine.put("stateMachineArn", arn);
      machine.put("name", arn.substring(arn.lastIndexOf(':') + 1));
      machine.put("type", "STANDARD");
      machine.set("creationDate", Json.time(created));
    }
    return answer;
  }

  static ObjectNode history(SfnPage<NumberedEvent> page) {
    ObjectNode answer = Json.object();
    ArrayNode list = answer.putArray("events");
    for (NumberedEvent numbered : page.entries()) {
      HistoryEvent event = numbered.event();
      int id = numbered.id();
      ObjectNode entry = list.addObject();
      entry.set("timestamp", Json.time(event.at()));
      entry.put("type", event.type()).put("id", id).put("previousEventId", id - 1);
      if (event.member() != null) {
        entry.set(event.member(), event.details());
      }
    }
    return page.mark(answer);
  }

  /** The ids of the events count from 1 over the whole history, whatever page or order this is. */
  record NumberedEvent(int id, HistoryEvent event) {}

  private static ObjectNode summary(ExecutionView view) {
    ObjectNode answer = Json.object();
    answer.put("executionArn", view.executionArn());
    answer.put("stateMachineArn", view.stateMachineArn());
    answer.put("name", view.name());
    answer.put("status", view.status().name());
    answer.set("startDate", Json.time(view.startDate()));
    if (view.stopDate() != null) {
      answer.set("stopDate", Json.time(view.stopDate()));
    }
    return answer;
  }
}
