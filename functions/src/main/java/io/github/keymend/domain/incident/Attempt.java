package io.github.keymend.domain.incident;

import io.github.keymend.domain.table.Remedy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Disconnect, correct where owed, connect: one attempt. Stored before the disconnect, because the disconnect
 * takes the error code away.
 *
 * @param number counts within the incident, from 1
 * @param remedy what this attempt follows
 * @param stage how far it has come
 * @param secretVersion the version of the secret with which to correct; null where no correction is owed
 * @param begin when its first act may be made: a pause lies before it
 */
public record Attempt(
    int number, Remedy remedy, Stage stage, @Nullable String secretVersion, Instant begin) {
  /** How far an attempt has come. */
  public enum Stage {
    /** Decided; nothing done yet. */
    DECIDED,
    /** The disconnect was intended or made, or was not needed. */
    DISCONNECTED,
    /** The correction was accepted. */
    CORRECTED,
    /** The connect was intended or made. */
    CONNECTING
  }

  /** The same at another stage. */
  public Attempt at(Stage next) {
    return new Attempt(number, remedy, next, secretVersion, begin);
  }

  /** Whether a correction must be made before the connect. */
  public boolean owesCorrection() {
    return secretVersion != null && stage.compareTo(Stage.CORRECTED) < 0;
  }
}
