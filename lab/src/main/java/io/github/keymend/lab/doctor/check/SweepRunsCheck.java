package io.github.keymend.lab.doctor.check;

import io.github.keymend.lab.doctor.Finding;
import io.github.keymend.lab.doctor.Sight;
import io.github.keymend.lab.doctor.seen.Runs;
import java.time.Duration;
import java.util.List;

/** The sweep has run of late, and not failed. */
public final class SweepRunsCheck {
  /** How far back it looks: three sweeps at the default rate. */
  public static final Duration SPAN = Duration.ofMinutes(15);

  private static final String CHECK = "sweep";
  private static final String WHY = "while it does not run nobody looks at the stores";

  private SweepRunsCheck() {}

  /** The span in which a sweep must have run; two of its rate where that is longer. */
  public static Duration span(String sweepRate) {
    String minutes = sweepRate.replaceAll("[^0-9]", "");
    Duration two = minutes.isEmpty() ? SPAN : Duration.ofMinutes(2L * Integer.parseInt(minutes));
    return two.compareTo(SPAN) > 0 ? two : SPAN;
  }

  /**
   * Judges the runs.
   *
   * @param function the sweep's name
   * @param logGroup where it writes
   * @param span how far back was looked
   * @param age how long ago the stack was deployed
   */
  public static List<Finding> of(
      String function, String logGroup, Duration span, Duration age, Sight<Runs> sight) {
    return Look.at(
        CHECK,
        sight,
        runs -> List.of(judge(function, logGroup, span, age, runs)),
        what -> Finding.fault(CHECK, what, WHY, "deploy again: sam deploy"));
  }

  private static Finding judge(
      String function, String logGroup, Duration span, Duration age, Runs runs) {
    String seen = runs.invocations() + " runs and " + runs.errors() + " errors in the last "
        + span.toMinutes() + " minutes";
    String logs = "read its log: aws logs tail " + logGroup + " --since 1h --filter-pattern ERROR";
    if (runs.invocations() == 0) {
      return age.compareTo(span) < 0
          ? Finding.warning(
              CHECK,
              seen + "; the stack was deployed " + age.toMinutes() + " minutes ago",
              WHY,
              "run doctor again in " + span.toMinutes() + " minutes")
          : Finding.fault(
              CHECK,
              seen,
              WHY,
              "see the finding on the schedule; else see whether the function is throttled: console Lambda, "
                  + function + ", Monitor");
    }
    if (runs.errors() >= runs.invocations()) {
      return Finding.fault(CHECK, seen, WHY, logs);
    }
    return runs.errors() > 0
        ? Finding.warning(
            CHECK, seen, "a store that a sweep could not deal with is not watched", logs)
        : Finding.fine(CHECK, seen);
  }
}
