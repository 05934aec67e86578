package io.github.keymend.port;

/** The three calls that change a store. Each makes exactly one request and never throws for what KMS says. */
public interface KeyStoreActs {
  /** {@code DisconnectCustomKeyStore}. */
  CallResult disconnect(String customKeyStoreId);

  /** {@code UpdateCustomKeyStore} with a credential and nothing else. */
  CallResult update(String customKeyStoreId, Credential credential);

  /** {@code ConnectCustomKeyStore}. */
  CallResult connect(String customKeyStoreId);
}
