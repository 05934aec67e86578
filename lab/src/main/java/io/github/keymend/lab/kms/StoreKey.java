package io.github.keymend.lab.kms;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A KMS key in a store.
 *
 * @param arn the key's ARN
 * @param storeId its store
 * @param own the state it has whenever its store is connected
 * @param created when it was created
 * @param description for people
 * @param xksKeyId the external key behind it; null in a CloudHSM store
 */
public record StoreKey(
    String arn,
    String storeId,
    KeyState own,
    Instant created,
    String description,
    @Nullable String xksKeyId) {
  /** The last part of its ARN. */
  public String id() {
    return arn.substring(arn.lastIndexOf('/') + 1);
  }

  /**
   * The state that DescribeKey shows: Unavailable while the store is not CONNECTED, except that PendingDeletion stays; the
   * own state comes back by itself (KMS Developer Guide, "Key states of AWS KMS keys").
   */
  public KeyState shown(ConnectionState store) {
    return own == KeyState.PENDING_DELETION || store == ConnectionState.CONNECTED
        ? own
        : KeyState.UNAVAILABLE;
  }
}
