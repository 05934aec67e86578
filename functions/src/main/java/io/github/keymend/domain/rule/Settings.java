package io.github.keymend.domain.rule;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the operator has set.
 *
 * @param mode whether keymend may act
 * @param stores the ids of the stores it cares for; empty: all of the account and Region
 * @param attempts how many attempts an incident may take at most, whatever a row of the table allows
 * @param secrets for each store that opted in to a correction, the ARN of its secret
 */
public record Settings(Mode mode, Set<String> stores, int attempts, Map<String, String> secrets) {
  /** Defensive copies. */
  public Settings {
    stores = Set.copyOf(stores);
    secrets = Map.copyOf(secrets);
  }

  /** Whether keymend cares for this store. */
  public boolean caresFor(String customKeyStoreId) {
    return stores.isEmpty() || stores.contains(customKeyStoreId);
  }

  /** Whether keymend may act on this store, and not only say what it would do. */
  public boolean mayActOn(String customKeyStoreId) {
    return mode == Mode.REPAIR && caresFor(customKeyStoreId);
  }

  /** The ARN of the secret that is named for this store, or null. */
  public @Nullable String secretOf(String customKeyStoreId) {
    return secrets.get(customKeyStoreId);
  }
}
