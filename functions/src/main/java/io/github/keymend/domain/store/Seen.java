package io.github.keymend.domain.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the last looks showed. KMS keeps no time of the last change, so "since" is our own record.
 *
 * @param state the state of the last look
 * @param code the error code of the last look
 * @param since the first of the unbroken row of equal looks
 * @param at the last look
 * @param looks how many equal looks in a row, 1 or more
 */
public record Seen(
    ConnectionState state,
    @Nullable ConnectionErrorCode code,
    Instant since,
    Instant at,
    int looks) {
  /** How far apart two looks must be to count as two: reads of KMS are eventually consistent. */
  public static final Duration APART = Duration.ofSeconds(10);

  /** The first look at a store. */
  public static Seen first(ConnectionState state, @Nullable ConnectionErrorCode code, Instant now) {
    return new Seen(state, code, now, now, 1);
  }

  /** Whether another look shows the same state and the same code. */
  public boolean same(ConnectionState otherState, @Nullable ConnectionErrorCode otherCode) {
    return state == otherState && Objects.equals(code, otherCode);
  }

  /** The same with one more look. */
  public Seen then(ConnectionState nextState, @Nullable ConnectionErrorCode nextCode, Instant now) {
    return same(nextState, nextCode)
        ? new Seen(state, code, since, now, looks + 1)
        : first(nextState, nextCode, now);
  }

  /** Whether two looks agree: equal state and code, {@link #APART} or more apart. */
  public boolean agrees() {
    return looks > 1 && !at.isBefore(since.plus(APART));
  }

  /** How long the state has stood by our record. */
  public Duration stoodFor() {
    return Duration.between(since, at);
  }

  /** Whether the state is the given one. */
  public boolean is(ConnectionState other) {
    return state == other;
  }
}
