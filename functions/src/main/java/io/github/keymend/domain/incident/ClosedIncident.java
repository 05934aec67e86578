package io.github.keymend.domain.incident;

import io.github.keymend.domain.store.Identity;
import java.time.Duration;
import java.time.Instant;

/**
 * An incident that is over, kept for people to read. Nothing that guards anything depends on it.
 *
 * @param identity which store
 * @param incident what it was
 * @param closedAt when it was closed
 * @param ending how it ended
 */
public record ClosedIncident(
    Identity identity, Incident incident, Instant closedAt, Ending ending) {
  /** How long it is kept. */
  public static final Duration KEPT = Duration.ofDays(90);

  /** How an incident can end. */
  public enum Ending {
    /** The store is CONNECTED again. */
    RECOVERED,
    /** The store is gone. */
    GONE
  }
}
