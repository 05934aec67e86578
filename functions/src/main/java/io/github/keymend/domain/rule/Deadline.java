package io.github.keymend.domain.rule;

import java.time.Duration;
import java.time.Instant;

/**
 * The time that one repair has.
 *
 * @param startedAt when its execution started
 */
public record Deadline(Instant startedAt) {
  /** The workflow's own {@code TimeoutSeconds}; a test holds the two together. */
  public static final Duration EXECUTION = Duration.ofHours(1);

  /** After this a repair begins no further wait, so that it can still park, tell and end. */
  public static final Duration LAST_WAIT = Duration.ofMinutes(55);

  /** The longest attempt: both phases up to being stuck, and a minute for the steps between. */
  public static final Duration ATTEMPT =
      Phase.DISCONNECT_LIMIT.plus(Phase.CONNECT_LIMIT).plusMinutes(1);

  /** Whether a wait may still begin. */
  public boolean allowsWait(Instant now, Duration wait) {
    return !now.plus(wait).isAfter(startedAt.plus(LAST_WAIT));
  }

  /** Whether an attempt that begins then can end before the deadline. */
  public boolean allowsAttempt(Instant begin) {
    return !begin.plus(ATTEMPT).isAfter(startedAt.plus(LAST_WAIT));
  }
}
