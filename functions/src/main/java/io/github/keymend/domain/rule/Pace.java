package io.github.keymend.domain.rule;

import java.time.Duration;
import java.time.Instant;

/** How long to wait between two looks: quick at first, then easy on KMS's 5 requests a second. */
public final class Pace {
  /** The first wait. */
  public static final Duration FIRST = Duration.ofSeconds(5);

  /** The longest wait. */
  public static final Duration LONGEST = Duration.ofSeconds(30);

  private static final double GROWTH = 1.2;

  private Pace() {}

  /** The wait for a time that is known, in steps short enough that notes are read on the way. */
  public static Duration until(Instant then, Instant now) {
    Duration left = Duration.between(now, then);
    return left.compareTo(LONGEST) < 0 ? left : LONGEST;
  }

  /**
   * The wait after so many looks in a row.
   *
   * @param looks how many looks were made since the last act, 0 or more
   */
  public static Duration after(int looks) {
    double seconds = FIRST.toSeconds() * Math.pow(GROWTH, Math.min(looks, 30));
    return Duration.ofSeconds(Math.min(LONGEST.toSeconds(), (long) seconds));
  }
}
