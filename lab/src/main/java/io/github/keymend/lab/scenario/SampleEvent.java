package io.github.keymend.lab.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keymend.lab.template.Triggers;

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
    if (event.isFromAws() && Triggers.deployed().deliveries(json).isEmpty()) {
      throw new IllegalArgumentException("no rule of the template lets this event through");
    }
    if (!event.isFromAws() && !event.isScheduled() && !event.isByHand()) {
      throw new IllegalArgumentException(
          "it is no CloudTrail event, no alarm, no schedule and no input of a person");
    }
    return event;
  }

  private boolean isFromAws() {
    return event.has("detail-type");
  }

  private boolean isScheduled() {
    return event.equals(Triggers.deployed().schedule().input());
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
    if (isFromAws()) {
      JsonNode detail = event.path("detail");
      if (detail.path("requestParameters") instanceof ObjectNode request) {
        request.put(STORE, it.storeId());
        ((ObjectNode) detail).put("eventTime", it.lab().timeline().now().toString());
      }
      event
          .findParents("CustomKeyStoreId")
          .forEach(dimensions -> ((ObjectNode) dimensions).put("CustomKeyStoreId", it.storeId()));
      it.lab().events().bring(event);
    } else if (isScheduled()) {
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
