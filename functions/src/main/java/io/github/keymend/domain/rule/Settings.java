package io.github.keymend.domain.rule;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the operator has set.
 *
 * @param mode whether keymend may act
 * @param stores the ids of the stores it cares for; empty: all of the account and Region
 * @param excluded the ids of the stores that it leaves alone, whatever {@code stores} says
 * @param attempts how many attempts an incident may take at most, whatever a row of the table allows
 * @param secrets for each store that opted in to a correction, the ARN of its secret
 */
public record Settings(
    Mode mode,
    Set<String> stores,
    Set<String> excluded,
    int attempts,
    Map<String, String> secrets) {
  /** Defensive copies. */
  public Settings {
    stores = Set.copyOf(stores);
    excluded = Set.copyOf(excluded);
    secrets = Map.copyOf(secrets);
  }

  /** With no store excluded, which is the default. */
  public Settings(Mode mode, Set<String> stores, int attempts, Map<String, String> secrets) {
    this(mode, stores, Set.of(), attempts, secrets);
  }

  /** Whether keymend cares for this store. */
  public boolean caresFor(String customKeyStoreId) {
    return !excluded.contains(customKeyStoreId)
        && (stores.isEmpty() || stores.contains(customKeyStoreId));
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
