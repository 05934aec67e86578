package io.github.keymend.lab.kms;

/**
 * A KMS key in a store.
 *
 * @param arn the key's ARN
 * @param storeId its store
 * @param own the state it has whenever its store is connected
 */
public record StoreKey(String arn, String storeId, KeyState own) {
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
