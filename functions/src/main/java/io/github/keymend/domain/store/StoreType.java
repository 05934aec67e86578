package io.github.keymend.domain.store;

/** What stands behind a custom key store (KMS API reference, {@code CustomKeyStoreType}). */
public enum StoreType {
  /** An AWS CloudHSM cluster; KMS logs in to it as {@code kmsuser}. */
  AWS_CLOUDHSM,
  /** An external key manager behind an external key store (XKS) proxy. */
  EXTERNAL_KEY_STORE
}
