package io.github.keymend.lab.kms;

/** What KMS knows about the key manager behind a store. */
public sealed interface Backing permits HsmBacking, XksBacking {
  /** The store type that this makes. */
  default StoreType type() {
    return this instanceof HsmBacking ? StoreType.AWS_CLOUDHSM : StoreType.EXTERNAL_KEY_STORE;
  }
}
