package io.github.keymend.domain.guard;

import io.github.keymend.domain.incident.StoreItem;
import io.github.keymend.domain.store.ConnectionErrorCode;
import io.github.keymend.domain.store.Seen;
import io.github.keymend.domain.store.StoreType;
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
   * was seen, after the first rejection; for a locked user, after the lock was seen. For an external key store:
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
    Seen seen = item.seen();
    if (seen != null
        && ConnectionErrorCode.USER_LOCKED_OUT.equals(seen.code())
        && !createdAt.isAfter(seen.since())) {
      return false;
    }
    Instant after =
        item.lastConnected() != null ? item.lastConnected() : item.guard().firstFailed();
    return after != null && createdAt.isAfter(after);
  }
}
