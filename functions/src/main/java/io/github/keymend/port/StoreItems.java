package io.github.keymend.port;

import io.github.keymend.domain.incident.ClosedIncident;
import io.github.keymend.domain.incident.StoreItem;
import io.github.keymend.domain.store.Identity;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of each store. Reads are consistent. A change is made of the item as it stands and written
 * only if nobody has written in between; else it is made again of what stands then.
 */
public interface StoreItems {
  /**
   * What is remembered of one store.
   *
   * @throws TransientException where the table did not answer
   */
  Optional<StoreItem> find(String customKeyStoreId);

  /**
   * All that is remembered.
   *
   * @throws TransientException where the table did not answer
   */
  List<StoreItem> all();

  /**
   * Changes what is remembered of one store; where nothing is, the change starts from an empty item.
   *
   * @param identity which store
   * @param change may be called more than once; must depend on nothing but its argument and fixed values
   * @return what the change gave back
   * @throws TransientException where the table did not answer, or others kept writing
   */
  <R> R change(Identity identity, Function<StoreItem, Change<R>> change);

  /**
   * The result of a change.
   *
   * @param item what is to be remembered; the same item: nothing is written
   * @param result what to give back
   * @param closed an incident that ended with it, to be kept for people to read
   */
  record Change<R>(StoreItem item, R result, @Nullable ClosedIncident closed) {
    /** A change that closes no incident. */
    public static <R> Change<R> of(StoreItem item, R result) {
      return new Change<>(item, result, null);
    }
  }
}
