package io.github.keymend.domain.breaker;

import io.github.keymend.domain.incident.Incident;
import io.github.keymend.domain.incident.StoreItem;
import io.github.keymend.domain.store.Identity;
import io.github.keymend.domain.store.Seen;
import java.time.Instant;

/**
 * A store that the breaker was opened for, or that failed while it was open.
 *
 * @param identity which store
 * @param cause what it showed, for the message
 * @param since since when
 */
public record Held(Identity identity, String cause, Instant since) {
  /** A store as it is remembered now. */
  public static Held of(StoreItem item) {
    Seen seen = item.lastSeen();
    String state = seen.state() + (seen.code() == null ? "" : " " + seen.code());
    Incident incident = item.incident();
    return new Held(item.identity(), state, incident == null ? seen.since() : incident.openedAt());
  }

  /** The store's id. */
  public String customKeyStoreId() {
    return identity.customKeyStoreId();
  }
}
