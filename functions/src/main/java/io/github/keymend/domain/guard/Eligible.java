package io.github.keymend.domain.guard;

import io.github.keymend.domain.incident.Incident;
import io.github.keymend.domain.incident.StoreItem;
import io.github.keymend.domain.store.ConnectionErrorCode;
import io.github.keymend.domain.store.Seen;
import io.github.keymend.domain.store.StoreType;
import io.github.keymend.domain.table.Cause;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which version of a secret may be given to KMS. */
public final class Eligible {
  private Eligible() {}

  /**
   * The version to try, or null where none may be tried. For a CloudHSM store: the newest that is untried and made
   * after the last CONNECTED (KMS rotates the password at each connect, so an older one is stale), or, where none
   * was seen, after the first FAILED; for a locked user, after the lock was seen. For an external key store:
   * the current version, if untried.
   */
  public static @Nullable SecretVersion of(StoreItem item, List<SecretVersion> versions) {
    return versions.stream()
        .filter(version -> !item.guard().tried().contains(version.versionId()))
        .filter(version -> item.identity().type() == StoreType.EXTERNAL_KEY_STORE
            ? version.current()
            : isFresh(item, version.createdAt()))
        .max(Comparator.comparing(SecretVersion::createdAt).thenComparing(SecretVersion::versionId))
        .orElse(null);
  }

  private static boolean isFresh(StoreItem item, Instant createdAt) {
    Instant locked = lockedSince(item);
    if (locked != null && !createdAt.isAfter(locked)) {
      return false;
    }
    Instant after =
        item.lastConnected() != null ? item.lastConnected() : item.guard().firstFailed();
    return after != null && createdAt.isAfter(after);
  }

  /** Since when kmsuser is known to be locked: only a change of the password unlocks it. */
  private static @Nullable Instant lockedSince(StoreItem item) {
    Seen seen = item.seen();
    if (seen != null && ConnectionErrorCode.USER_LOCKED_OUT.equals(seen.code())) {
      return seen.since();
    }
    // The disconnect took the code away; the incident remembers it.
    Incident incident = item.incident();
    boolean locked = incident != null
        && Cause.code(ConnectionErrorCode.USER_LOCKED_OUT).equals(incident.cause());
    return incident != null && locked ? incident.causeSince() : null;
  }
}
