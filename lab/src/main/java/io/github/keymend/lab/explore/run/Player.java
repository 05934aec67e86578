package io.github.keymend.lab.explore.run;

import io.github.keymend.domain.incident.Incident;
import io.github.keymend.domain.incident.Parked;
import io.github.keymend.domain.incident.StoreItem;
import io.github.keymend.lab.clock.Timeline;
import io.github.keymend.lab.explore.history.History;
import io.github.keymend.lab.explore.rule.Breach;
import io.github.keymend.lab.explore.rule.Rule;
import io.github.keymend.lab.explore.stage.Depth;
import io.github.keymend.lab.explore.stage.Ran;
import io.github.keymend.lab.explore.stage.Stage;
import io.github.keymend.lab.explore.stage.Witness;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Plays one history to its end and holds it against the rules. */
public final class Player {
  /**
   * How long everything is well, and no store has changed, before the end is judged: longer than a sweep, a stuck
   * change (25 minutes), the settling of an act and the late event of a call take to be taken up.
   */
  private static final Duration REST = Duration.ofMinutes(40);

  /** In one history of four it goes on for longer than a repair and the sweep that follows it, whatever is at rest. */
  private static final Duration LONG_REST = Duration.ofMinutes(150);

  private static final Duration LONGEST = Duration.ofHours(30);
  private final Depth depth;
  private final Supplier<List<Rule>> rules;

  /** At a depth, under rules that are made anew for each history. */
  public Player(Depth depth, Supplier<List<Rule>> rules) {
    this.depth = depth;
    this.rules = rules;
  }

  /** Plays, and lets a tale hear it. */
  public Verdict tell(History history, Tale tale) {
    return play(history, tale, List.of(tale));
  }

  /** Plays, and lets others hear it. */
  public Verdict play(History history, Witness... others) {
    return play(history, null, List.of(others));
  }

  private Verdict play(History history, @Nullable Tale tale, List<Witness> others) {
    List<Rule> all = rules.get();
    List<Witness> witnesses = new ArrayList<>(all);
    witnesses.addAll(others);
    LastChange changes = new LastChange();
    witnesses.add(changes);
    Jury jury = new Jury(witnesses, all);
    try (Stage stage = new Stage(history, depth, jury)) {
      all.forEach(rule -> rule.begin(stage));
      if (tale != null) {
        tale.begin(stage.beginning(), stage.timeline()::now);
      }
      run(stage, history, jury, changes);
    } catch (RuntimeException e) {
      return new Verdict(List.of(new Breach("0 the lab works", Instant.EPOCH, trace(e), false)));
    }
    return new Verdict(jury.breaches());
  }

  private static String trace(RuntimeException e) {
    StringBuilder text = new StringBuilder(e.toString());
    for (int i = 0; i < Math.min(8, e.getStackTrace().length); i++) {
      text.append("\n    at ").append(e.getStackTrace()[i]);
    }
    return text.toString();
  }

  private static void run(Stage stage, History history, Jury jury, LastChange changes) {
    Duration last = history.actions().stream()
        .map(each -> each.at())
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
    until(stage.timeline(), stage.beginning().plus(last), jury);
    stage.calm();
    Instant calm = stage.timeline().now();
    until(stage.timeline(), calm.plus(history.seed() % 4 == 0 ? LONG_REST : REST), jury);
    while (!jury.isBroken()
        && (isBusy(stage) || changes.isWithin(REST, stage.timeline().now()))
        && stage.timeline().now().isBefore(calm.plus(LONGEST))) {
      until(stage.timeline(), stage.timeline().now().plus(Duration.ofMinutes(10)), jury);
    }
    if (!jury.isBroken()) {
      jury.end();
    }
  }

  private static void until(Timeline timeline, Instant end, Jury jury) {
    while (!jury.isBroken() && timeline.nextAt().filter(at -> !at.isAfter(end)).isPresent()) {
      timeline.runNext();
    }
    if (!jury.isBroken()) {
      timeline.runUntil(end);
    }
  }

  private static boolean isBusy(Stage stage) {
    return stage.machinery().all().stream().anyMatch(Ran::isRunning)
        || !stage.breaker().outbox().isEmpty()
        || stage.stores().stream()
            .anyMatch(id -> stage.item(id).filter(item -> isBusy(item, stage)).isPresent());
  }

  private static boolean isBusy(StoreItem item, Stage stage) {
    Incident incident = item.incident();
    Parked parked = incident == null ? null : incident.parked();
    if (item.claim() != null || !item.notes().isEmpty() || !item.outbox().isEmpty()) {
      return true;
    }
    if (incident == null) {
      return false;
    }
    return parked == null
        || parked.due() != null
        || parked.at().plus(Duration.ofMinutes(75)).isAfter(stage.timeline().now());
  }
}
