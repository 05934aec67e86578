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
    return world.items().change(placeholder(), item -> change.apply(checked(item)));
  }

  /**
   * Ends the repair: changes the store's item and gives the claim back. An invocation whose answer was lost after it had
   * done so, and that is repeated, answers as it would have.
   *
   * @param before what to answer where this very claim was given back before
   * @throws ClaimLostException where another execution has had the claim since
   */
  <R> R settle(World world, Function<StoreItem, Change<R>> change, Function<StoreItem, R> before) {
    return world
        .items()
        .change(
            placeholder(),
            item -> isGivenBack(item)
                ? Change.of(item, before.apply(item))
                : change.apply(checked(item)));
  }

  /** Every claim has a fence of its own, so with the same fence nobody has claimed the store since. */
  private boolean isGivenBack(StoreItem item) {
    return item.claim() == null && item.fence() == fence;
  }

  /** The type is made up: an item that is claimed exists, and keeps its own identity. */
  private Identity placeholder() {
    return new Identity(customKeyStoreId, customKeyStoreId, StoreType.EXTERNAL_KEY_STORE, "");
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
