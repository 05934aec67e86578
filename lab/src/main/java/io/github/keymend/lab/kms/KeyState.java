package io.github.keymend.lab.kms;

/** The states of a KMS key that its store has a say in; KMS Developer Guide, "Key states of AWS KMS keys". */
public enum KeyState {
  ENABLED,
  DISABLED,
  PENDING_DELETION,
  /** The store is not CONNECTED. */
  UNAVAILABLE
}
