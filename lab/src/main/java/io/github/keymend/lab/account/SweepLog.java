package io.github.keymend.lab.account;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When the sweep ran, as CloudWatch counts it. */
public final class SweepLog {
  /** How long a stack was deployed when a lab begins. */
  public static final Duration DEPLOYED_BEFORE = Duration.ofDays(1);

  private final List<Run> runs = new ArrayList<>();
  private @Nullable Instant began;
  private Duration rate = Duration.ofMinutes(5);

  private record Run(Instant at, boolean failed) {}

  /** A sweep ran. */
  public void ran(Instant at, boolean failed) {
    runs.add(new Run(at, failed));
  }

  /** The schedule runs since a day before {@code at}: the sweeps before it went well. */
  public void scheduled(Instant at, Duration everyRate) {
    if (began == null) {
      began = at;
      rate = everyRate;
    }
  }

  /** How often it ran from one time until another. */
  public long count(Instant from, Instant to) {
    long real = runs.stream().filter(each -> within(each.at(), from, to)).count();
    if (began == null) {
      return real;
    }
    long before = 0;
    Instant first = began.minus(DEPLOYED_BEFORE);
    for (Instant at = began; at.isAfter(first); at = at.minus(rate)) {
      before += within(at, from, to) ? 1 : 0;
    }
    return real + before;
  }

  /** How often it failed. */
  public long failures(Instant from, Instant to) {
    return runs.stream()
        .filter(each -> each.failed() && within(each.at(), from, to))
        .count();
  }

  private static boolean within(Instant at, Instant from, Instant to) {
    return !at.isBefore(from) && !at.isAfter(to);
  }
}
