package io.github.keymend.lab.stage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keymend.lab.clock.Timeline;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * The events of calls on custom key stores, on their way to the workflow: what the rules of the template let through,
 * in the form that their input transformers give it.
 */
public final class Events {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> HEARD =
      Set.of("ConnectCustomKeyStore", "UpdateCustomKeyStore", "DisconnectCustomKeyStore");
  /** Each event once, after the usual time. */
  public static final Function<ObjectNode, List<Duration>> ON_TIME =
      input -> List.of(Lab.TRAIL_DELAY);

  private final Timeline timeline;
  private final BiConsumer<String, String> start;
  private Function<ObjectNode, List<Duration>> delivery = ON_TIME;
  private int count;

  Events(Timeline timeline, BiConsumer<String, String> start) {
    this.timeline = timeline;
    this.start = start;
  }

  /** From now on events are lost on the way, or not. */
  public void lose(boolean all) {
    deliver(all ? input -> List.of() : ON_TIME);
  }

  /**
   * From now on each event is delivered as often and as late as this says of the workflow's input for it: not at all, twice,
   * a later event before an earlier one.
   */
  public void deliver(Function<ObjectNode, List<Duration>> delays) {
    this.delivery = delays;
  }

  /** Offers an event as CloudTrail would. */
  void offer(JsonNode event) {
    input(event)
        .ifPresent(input ->
            delivery.apply(input).forEach(delay -> timeline.after(delay, () -> deliver(input))));
  }

  /** Delivers an input as a rule would, now. */
  public void deliver(ObjectNode input) {
    start.accept("event-" + ++count, input.toString());
  }

  /** The workflow's input for an event, or nothing where the rules of the template do not let it through. */
  public static Optional<ObjectNode> input(JsonNode event) {
    JsonNode detail = event.path("detail");
    String name = detail.path("eventName").asText();
    JsonNode error = detail.path("errorCode");
    boolean ours =
        detail.path("userIdentity").path("arn").asText().contains(":assumed-role/keymend-");
    boolean refusedOther = !error.isMissingNode() && !name.equals("DisconnectCustomKeyStore");
    if (!HEARD.contains(name) || ours || refusedOther) {
      return Optional.empty();
    }
    ObjectNode input = JSON.createObjectNode()
        .put("source", "event")
        .put("eventName", name)
        .put("eventTime", detail.path("eventTime").asText())
        .put("by", detail.path("userIdentity").path("arn").asText())
        .put("eventId", detail.path("eventID").asText())
        .put(
            "customKeyStoreId",
            detail.path("requestParameters").path("customKeyStoreId").asText());
    if (!error.isMissingNode()) {
      input.put("errorCode", error.asText());
    }
    return Optional.of(input);
  }
}
