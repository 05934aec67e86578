package io.github.keymend.domain.rule;

import java.time.Duration;

/** How long to wait between two looks: quick at first, then easy on KMS's 5 requests a second. */
public final class Pace {
  /** The first wait. */
  public static final Duration FIRST = Duration.ofSeconds(5);

  /** The longest wait. */
  public static final Duration LONGEST = Duration.ofSeconds(30);

  private static final double GROWTH = 1.2;

  private Pace() {}

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
