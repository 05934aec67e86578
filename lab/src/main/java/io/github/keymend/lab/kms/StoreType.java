package io.github.keymend.lab.kms;

/** KMS API reference, CustomKeyStoreType. Never changes in a store's life. */
public enum StoreType {
  /** Backed by an AWS CloudHSM cluster. */
  AWS_CLOUDHSM,
  /** Backed by an external key manager behind an external key store proxy. */
  EXTERNAL_KEY_STORE
}
