package io.github.keymend.lab.explore.run;

import io.github.keymend.lab.explore.history.Action;
import io.github.keymend.lab.explore.history.Mishap;
import io.github.keymend.lab.explore.history.Spot;
import io.github.keymend.lab.explore.stage.ActCall;
import io.github.keymend.lab.explore.stage.ForeignCall;
import io.github.keymend.lab.explore.stage.Remembered;
import io.github.keymend.lab.explore.stage.Witness;
import io.github.keymend.lab.kms.StateChange;
import io.github.keymend.lab.sns.Published;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/** Tells a history as a timeline that people can read. */
public final class Tale implements Witness {
  private static final Set<String> TURNING = Set.of("Look", "Decide", "Wait for KMS", "Opened");
  private final List<String> lines = new ArrayList<>();
  private Supplier<Instant> now = () -> Instant.EPOCH;
  private Instant beginning = Instant.EPOCH;

  void begin(Instant from, Supplier<Instant> clock) {
    beginning = from;
    now = clock;
  }

  /** The lines so far. */
  public List<String> lines() {
    return List.copyOf(lines);
  }

  /** An action in words. */
  static String words(Action action) {
    if (action instanceof Mishap.Meanwhile meanwhile) {
      Spot spot = meanwhile.spot();
      return "In " + spot.function() + (spot.skip() == 0 ? "" : " after " + spot.skip() + " more")
          + ", " + (spot.after() ? "after" : "before") + " its call " + spot.call() + ", let "
          + words(meanwhile.then());
    }
    return action.toString().replace("[]", "");
  }

  @Override
  public void performed(int store, Action action) {
    String where = store == 0 ? "" : " (store " + store + ")";
    lines.add(stamp(Duration.between(beginning, now.get())) + "  * " + words(action) + where);
  }

  @Override
  public void entered(String execution, String state) {
    // Look, Decide and Wait for KMS turn in a circle, for an hour at times.
    if (TURNING.contains(state)) {
      return;
    }
    line(name(execution) + " > " + state);
  }

  @Override
  public void ended(String execution, String status) {
    line(name(execution) + " " + status);
  }

  @Override
  public void act(ActCall call) {
    line("keymend " + call.act() + " while " + call.before() + ": "
        + call.result().outcome() + (call.tookEffect() ? ", done" : ", not done"));
  }

  @Override
  public void changed(StateChange change) {
    line("KMS " + change.from() + " -> " + change.to()
        + (change.errorCode() == null ? "" : " " + change.errorCode())
        + (change.caller() == null ? "" : " by " + change.caller().name()));
  }

  @Override
  public void foreign(ForeignCall call) {
    line("somebody calls " + call.operation() + (call.accepted() ? "" : ", refused"));
  }

  @Override
  public void delivered(ForeignCall call, String execution) {
    line("event of " + call.operation() + " arrives: " + name(execution));
  }

  @Override
  public void published(Published message) {
    line("message: " + message.request().subject());
  }

  @Override
  public void remembered(Remembered change) {
    var before = change.before();
    var after = change.after();
    if (before.ours() != after.ours()) {
      line("  ours " + before.ours() + " -> " + after.ours());
    }
    if (!Objects.equals(before.guard(), after.guard())) {
      line("  " + after.guard());
    }
    var parked = after.incident() == null ? null : after.incident().parked();
    var was = before.incident() == null ? null : before.incident().parked();
    if (parked != null && !parked.equals(was)) {
      line("  parked " + parked.reason() + (parked.due() == null ? "" : " until " + parked.due()));
    }
    if ((before.incident() == null) != (after.incident() == null)) {
      line("  incident " + (after.incident() == null ? "closed" : "opened"));
    }
  }

  @Override
  public void failed(String text) {
    line("failed: " + text);
  }

  private void line(String text) {
    lines.add(stamp(Duration.between(beginning, now.get())) + "    " + text);
  }

  private static String name(String execution) {
    return execution.substring(execution.lastIndexOf(':') + 1);
  }

  private static String stamp(Duration at) {
    return String.format(
        "%02d:%02d:%02d.%03d",
        at.toHours(), at.toMinutesPart(), at.toSecondsPart(), at.toMillisPart());
  }
}
