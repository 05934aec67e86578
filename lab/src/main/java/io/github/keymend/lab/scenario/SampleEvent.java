package io.github.keymend.lab.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keymend.lab.stage.Events;

/** A file of {@code events/}, made to be about the lab's store and to happen now. */
public final class SampleEvent {
  private static final String STORE = "customKeyStoreId";
  private final ObjectNode event;

  private SampleEvent(ObjectNode event) {
    this.event = event;
  }

  /**
   * Reads an event.
   *
   * @throws IllegalArgumentException if nothing of the application is triggered by it
   */
  public static SampleEvent of(JsonNode json) {
    if (!(json instanceof ObjectNode object)) {
      throw new IllegalArgumentException("it is not a JSON object");
    }
    SampleEvent event = new SampleEvent(object.deepCopy());
    if (event.isCall() && Events.input(json).isEmpty()) {
      throw new IllegalArgumentException("no rule of the template lets this event through");
    }
    if (!event.isCall() && !event.isForTheSweep() && !event.isByHand()) {
      throw new IllegalArgumentException(
          "it is no CloudTrail event, no alarm, no schedule and no input of a person");
    }
    return event;
  }

  private boolean isCall() {
    return event.path("detail-type").asText().equals("AWS API Call via CloudTrail");
  }

  private boolean isForTheSweep() {
    return event.path("detail-type").asText().equals("CloudWatch Alarm State Change")
        || event.path("source").asText().equals("schedule");
  }

  private boolean isByHand() {
    return event.has(STORE) || event.has("customKeyStoreName") || isForTheAccount();
  }

  /** The one input that may come without a store. */
  private boolean isForTheAccount() {
    return event.path("command").asText().equals("reset")
        && !event.has(STORE)
        && !event.has("customKeyStoreName");
  }

  /** The step in which it arrives. */
  public Step arrives() {
    return this::arrive;
  }

  private void arrive(Rehearsal it) {
    if (isCall()) {
      ObjectNode detail = event.withObject("/detail");
      detail.put("eventTime", it.lab().timeline().now().toString());
      detail.withObject("/requestParameters").put(STORE, it.storeId());
      Events.input(event).ifPresent(it.lab().events()::deliver);
    } else if (isForTheSweep()) {
      event
          .findParents("CustomKeyStoreId")
          .forEach(dimensions -> ((ObjectNode) dimensions).put("CustomKeyStoreId", it.storeId()));
      it.lab().sweep(event);
    } else if (isForTheAccount()) {
      it.lab().startByHand(event.toString());
    } else {
      ObjectNode input = event.deepCopy();
      input.remove("customKeyStoreName");
      it.lab().startByHand(input.put(STORE, it.storeId()).toString());
    }
  }
}
