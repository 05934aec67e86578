package io.github.keymend.lab.kms;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A store at one instant; KMS API reference, CustomKeyStoresListEntry.
 *
 * @param id {@code cks-} and 17 hexadecimal digits
 * @param name unique in account and Region
 * @param state its connection state
 * @param errorCode why the last connect failed; null unless the state is FAILED
 * @param created when it was created
 * @param backing what is behind it
 */
public record StoreView(
    String id,
    String name,
    ConnectionState state,
    @Nullable String errorCode,
    Instant created,
    Backing backing) {
  /** The store's type. */
  public StoreType type() {
    return backing.type();
  }
}
