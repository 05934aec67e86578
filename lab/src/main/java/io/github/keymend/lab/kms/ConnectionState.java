package io.github.keymend.lab.kms;

/** A store's connection state; KMS API reference, CustomKeyStoresListEntry, ConnectionState. */
public enum ConnectionState {
  /** Never connected, or deliberately disconnected. */
  DISCONNECTED,
  /** A connect was accepted and has not ended. */
  CONNECTING,
  /** The last connect succeeded and nobody disconnected since. It says nothing about health. */
  CONNECTED,
  /** The last connect failed. Sticky: the only way out is a disconnect. */
  FAILED,
  /** A disconnect was accepted and has not ended. */
  DISCONNECTING
}
