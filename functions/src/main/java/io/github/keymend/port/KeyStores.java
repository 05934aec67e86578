package io.github.keymend.port;

import io.github.keymend.domain.store.KeyStore;
import java.util.List;
import java.util.Optional;

/** The custom key stores of the account and Region, as KMS shows them. Reads may be minutes old. */
public interface KeyStores {
  /**
   * One store by its id, or nothing where KMS does not know it.
   *
   * @throws TransientException where KMS did not answer
   */
  Optional<KeyStore> byId(String customKeyStoreId);

  /**
   * One store by its name, or nothing where KMS does not know it.
   *
   * @throws TransientException where KMS did not answer
   */
  Optional<KeyStore> byName(String customKeyStoreName);

  /**
   * All stores, unfiltered.
   *
   * @throws TransientException where KMS did not answer
   */
  List<KeyStore> all();
}
