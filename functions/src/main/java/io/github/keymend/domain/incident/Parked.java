package io.github.keymend.domain.incident;

import io.github.keymend.domain.store.ConnectionErrorCode;
import io.github.keymend.domain.store.ConnectionState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An incident at rest: nothing runs, and this says why and when to look again.
 *
 * @param reason why
 * @param state the state it was parked with
 * @param code the code it was parked with
 * @param at since when
 * @param due when the sweep takes it up by itself; null: only on a change, an eligible secret or a command
 * @param number which rest of the incident this is; the same rest keeps its number, and its message its id
 * @param reminders how many reminders were sent
 */
public record Parked(
    ParkReason reason,
    ConnectionState state,
    @Nullable ConnectionErrorCode code,
    Instant at,
    @Nullable Instant due,
    int number,
    int reminders) {
  /** The same with one more reminder sent. */
  public Parked reminded() {
    return new Parked(reason, state, code, at, due, number, reminders + 1);
  }

  /** Whether the sweep is to take it up by itself now. */
  public boolean isDue(Instant now) {
    return due != null && !now.isBefore(due);
  }
}
