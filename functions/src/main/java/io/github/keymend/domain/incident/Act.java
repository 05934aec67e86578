package io.github.keymend.domain.incident;

/** The three acts on KMS that change a store. */
public enum Act {
  /** {@code DisconnectCustomKeyStore}. */
  DISCONNECT,
  /** {@code UpdateCustomKeyStore}. */
  CORRECT,
  /** {@code ConnectCustomKeyStore}. */
  CONNECT
}
