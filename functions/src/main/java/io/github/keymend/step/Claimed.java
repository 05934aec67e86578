package io.github.keymend.step;

import io.github.keymend.domain.incident.Claim;
import io.github.keymend.domain.incident.StoreItem;
import io.github.keymend.domain.store.Identity;
import io.github.keymend.domain.store.StoreType;
import io.github.keymend.port.StoreItems.Change;
import java.util.function.Function;

/**
 * The store that an execution has claimed; part of the input of every step after the first.
 *
 * @param execution the ARN of the execution
 * @param customKeyStoreId the store
 * @param fence the number of the claim
 */
public record Claimed(String execution, String customKeyStoreId, long fence) {
  /**
   * Changes the store's item while the claim holds.
   *
   * @throws ClaimLostException where another execution has the claim by now
   */
  <R> R change(World world, Function<StoreItem, Change<R>> change) {
    // The type is a placeholder: an item that is claimed exists, and keeps its own identity.
    Identity identity =
        new Identity(customKeyStoreId, customKeyStoreId, StoreType.EXTERNAL_KEY_STORE, "");
    return world.items().change(identity, item -> change.apply(checked(item)));
  }

  private StoreItem checked(StoreItem item) {
    Claim claim = item.claim();
    if (claim == null || !claim.isHeldBy(execution, fence)) {
      throw new ClaimLostException(
          "the claim " + fence + " on " + customKeyStoreId + " is not ours any more: "
              + (claim == null ? "it was given back" : claim.owner() + " holds it"));
    }
    return item;
  }
}
