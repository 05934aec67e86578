package io.github.keymend.lab.stage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keymend.lab.clock.Timeline;
import io.github.keymend.lab.template.Delivery;
import io.github.keymend.lab.template.Triggers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** The default bus of EventBridge with the rules of the template on it, and the way of each event from its source to there. */
public final class Events {
  /** The logical id of the workflow in the template. */
  static final String WORKFLOW = "RepairStateMachine";

  /** The logical id of the sweep in the template. */
  static final String SWEEP = "SweepFunction";

  /** The logical id of the topic in the template. */
  static final String TOPIC = "Messages";

  /** Each event once, after the usual time. */
  public static final Function<ObjectNode, List<Duration>> ON_TIME =
      input -> List.of(Lab.TRAIL_DELAY);

  private static final List<Duration> AT_ONCE = List.of(Duration.ofSeconds(1));

  private final Timeline timeline;
  private final Map<String, Consumer<Delivery>> targets;
  private Function<ObjectNode, List<Duration>> delivery = ON_TIME;

  /** With what each target, by its logical id in the template, does with what it gets. */
  Events(Timeline timeline, Map<String, Consumer<Delivery>> targets) {
    this.timeline = timeline;
    this.targets = targets;
  }

  /** From now on events of calls are lost on the way, or not. */
  public void lose(boolean all) {
    deliver(all ? input -> List.of() : ON_TIME);
  }

  /**
   * From now on each event of a call is delivered as often and as late as this says of the workflow's input for it: not at
   * all, twice, a later event before an earlier one.
   */
  public void deliver(Function<ObjectNode, List<Duration>> delays) {
    this.delivery = delays;
  }

  /** Offers an event as its source would: CloudTrail, which takes its time, Step Functions or CloudWatch, which do not. */
  public void offer(JsonNode event) {
    for (Delivery each : Triggers.deployed().deliveries(event)) {
      delays(each).forEach(delay -> timeline.after(delay, () -> bring(each)));
    }
  }

  /** Brings an event to the targets of the rules that let it through, now. */
  public void bring(JsonNode event) {
    Triggers.deployed().deliveries(event).forEach(this::bring);
  }

  /** The workflow's input for an event, or nothing where the rules of the template do not let it through to the workflow. */
  public static Optional<ObjectNode> input(JsonNode event) {
    return Triggers.deployed().deliveries(event).stream()
        .filter(each -> each.rule().target().equals(WORKFLOW))
        .map(each -> (ObjectNode) each.input())
        .findFirst();
  }

  private List<Duration> delays(Delivery each) {
    return each.rule().target().equals(WORKFLOW)
        ? delivery.apply((ObjectNode) each.input())
        : AT_ONCE;
  }

  private void bring(Delivery each) {
    Consumer<Delivery> target = targets.get(each.rule().target());
    if (target == null) {
      throw new IllegalStateException("the lab has no " + each.rule().target() + ", the target of "
          + each.rule().name() + " in template.yaml");
    }
    target.accept(each);
  }
}
