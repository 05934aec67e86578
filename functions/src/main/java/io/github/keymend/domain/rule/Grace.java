package io.github.keymend.domain.rule;

import io.github.keymend.domain.incident.Incident;
import io.github.keymend.domain.incident.StoreItem;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** After a foreign call keymend keeps its hands off for a while: somebody is at work. */
public final class Grace {
  /** After each foreign call, by its {@code eventTime}. */
  static final Duration AFTER_A_CALL = Duration.ofMinutes(10);

  /** Per incident, however often somebody calls: a program in a loop must not hold the repair for ever. */
  static final Duration PER_INCIDENT = Duration.ofMinutes(60);

  private Grace() {}

  /** Until when it lasts, or null where there is none. */
  public static @Nullable Instant until(StoreItem item, Instant now) {
    Instant call = item.people().lastCall();
    if (call == null) {
      return null;
    }
    Instant until = call.plus(AFTER_A_CALL);
    Incident incident = item.incident();
    if (incident != null && incident.graceSince() != null) {
      Instant limit = incident.graceSince().plus(PER_INCIDENT);
      until = until.isAfter(limit) ? limit : until;
    }
    return now.isBefore(until) ? until : null;
  }
}
