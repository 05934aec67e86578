package io.github.keymend.lab.stage;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keymend.lab.asl.run.ExecutionEvent;
import io.github.keymend.lab.asl.run.ExecutionListener;
import io.github.keymend.lab.asl.run.MachineArn;
import io.github.keymend.lab.service.Place;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The events that Step Functions sends of its own executions, "Step Functions Execution Status Change" in the Step Functions
 * Developer Guide. Those of the beginning are left out, and so are input and output, which may be too large to be there.
 */
final class StatusChanges implements ExecutionListener {
  private final MachineArn machine;
  private final Consumer<JsonNode> bus;

  StatusChanges(MachineArn machine, Consumer<JsonNode> bus) {
    this.machine = machine;
    this.bus = bus;
  }

  @Override
  public void on(String arn, ExecutionEvent event) {
    if (event instanceof ExecutionEvent.Ended ended) {
      bus.accept(event(arn, ended));
    }
  }

  private ObjectNode event(String arn, ExecutionEvent.Ended ended) {
    String status = ended.status().name();
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("version", "0");
    event.put("id", UUID.nameUUIDFromBytes((arn + status).getBytes(UTF_8)).toString());
    event.put("detail-type", "Step Functions Execution Status Change");
    event.put("source", "aws.states");
    event.put("account", Place.DEFAULT.account());
    event.put("time", ended.at().truncatedTo(ChronoUnit.SECONDS).toString());
    event.put("region", Place.DEFAULT.region());
    event.putArray("resources").add(arn);
    ObjectNode detail = event.putObject("detail");
    detail.put("executionArn", arn);
    detail.put("stateMachineArn", machine.value());
    detail.put("name", arn.substring(arn.lastIndexOf(':') + 1));
    detail.put("status", status);
    detail.put("stopDate", ended.at().toEpochMilli());
    return event;
  }
}
