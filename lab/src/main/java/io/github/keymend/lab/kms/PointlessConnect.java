package io.github.keymend.lab.kms;

/**
 * What ConnectCustomKeyStore does to a store that is connected or connecting already. The text of
 * CustomKeyStoreInvalidStateException calls the call valid, the Developer Guide demands DISCONNECTED, and neither says what
 * the call then does.
 */
public enum PointlessConnect {
  /** Answers 200 and changes nothing. */
  NO_OP,
  /** Answers 200 and connects anew: the store is CONNECTING, its keys are unavailable. */
  RESTART,
  /** Answers CustomKeyStoreInvalidStateException. */
  REFUSED
}
