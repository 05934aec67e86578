package io.github.keymend.domain.store;

/**
 * Where a custom key store stands with its backing key store (KMS API reference, {@code
 * CustomKeyStoresListEntry.ConnectionState}).
 */
public enum ConnectionState {
  /** The last connect succeeded and nobody has disconnected since. Not a health signal. */
  CONNECTED,
  /** A connect was accepted and KMS is at work. */
  CONNECTING,
  /** A connect ended badly. Stays until somebody disconnects; carries a {@link ConnectionErrorCode}. */
  FAILED,
  /** Never connected, or somebody disconnected it. */
  DISCONNECTED,
  /** A disconnect was accepted and KMS is at work. */
  DISCONNECTING
}
