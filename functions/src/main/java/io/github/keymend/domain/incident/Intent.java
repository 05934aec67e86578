package io.github.keymend.domain.incident;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The last act: written before it is made, completed after. An intent without an outcome belongs to an
 * invocation that died or is still at work; nobody may make the call again.
 *
 * @param id fence, attempt and act: handed in by the workflow, so a repeated invocation finds its own
 * @param act what was to be done
 * @param at when it was written
 * @param outcome what became of it, null while not known to have ended
 * @param settled whether a later look has shown its effect, or it has been given up as void
 */
public record Intent(
    String id, Act act, Instant at, @Nullable Outcome outcome, boolean settled) {
  /** How long after an act an older state may still be a stale read ("several minutes", KMS developer guide). */
  public static final Duration SETTLING = Duration.ofMinutes(10);

  /** The longest time-out of a function that acts, and a minute: an older intent has no invocation at work any more. */
  public static final Duration LONGEST_CALL = Duration.ofMinutes(2);

  /** A new intent. */
  public static Intent of(String id, Act act, Instant now) {
    return new Intent(id, act, now, null, false);
  }

  /** The id of an act within an attempt of a claim. */
  public static String id(long fence, int attempt, Act act) {
    return fence + "/" + attempt + "/" + act;
  }

  /** The same with its outcome. */
  public Intent ended(Outcome ended) {
    boolean nothingDone = ended == Outcome.REFUSED || ended == Outcome.NOT_MADE;
    return new Intent(id, act, at, ended, nothingDone || settled);
  }

  /** The same, its effect seen or given up. */
  public Intent settle() {
    return new Intent(id, act, at, outcome, true);
  }

  /** Whether an invocation may still be at work on it, even one that the workflow has given up. */
  public boolean mayBeCalling(Instant now) {
    return outcome == null && now.isBefore(at.plus(LONGEST_CALL));
  }

  /** Whether the call may have been made without our knowing how it ended. */
  public boolean isUncertain() {
    return !settled && (outcome == null || outcome == Outcome.UNKNOWN);
  }

  /** Whether an older state may still be shown because of this act. */
  public boolean isSettling(Instant now) {
    return !settled && now.isBefore(at.plus(SETTLING));
  }

  /** Whether the act was made, or may have been, and its effect was not seen yet. */
  public boolean isOpen(Act which) {
    return act == which && !settled;
  }
}
