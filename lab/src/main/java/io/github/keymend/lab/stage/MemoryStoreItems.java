package io.github.keymend.lab.stage;

import io.github.keymend.aws.ItemJson;
import io.github.keymend.domain.incident.ClosedIncident;
import io.github.keymend.domain.incident.StoreItem;
import io.github.keymend.domain.store.Identity;
import io.github.keymend.port.StoreItems;
import io.github.keymend.port.TransientException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Remembers stores in memory, as the text that the table would hold, so that nothing survives that cannot be written. */
public final class MemoryStoreItems implements StoreItems {
  /** As many as the table's adapter makes. */
  private static final int MOST_TRIES = 10;

  private final Map<String, String> items = new TreeMap<>();
  private final List<ClosedIncident> history = new ArrayList<>();

  @Override
  public synchronized Optional<StoreItem> find(String customKeyStoreId) {
    return Optional.ofNullable(items.get(customKeyStoreId)).map(ItemJson::read);
  }

  @Override
  public synchronized List<StoreItem> all() {
    return items.values().stream().map(ItemJson::read).toList();
  }

  @Override
  public synchronized <R> R change(Identity identity, Function<StoreItem, Change<R>> change) {
    String id = identity.customKeyStoreId();
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      String read = items.get(id);
      StoreItem before = read == null ? StoreItem.of(identity) : ItemJson.read(read);
      Change<R> next = change.apply(before);
      if (next.item().equals(before) && next.closed() == null) {
        return next.result();
      }
      // A change may be interrupted by another writer of the same thread: the lab injects them
      // there.
      if (Objects.equals(read, items.get(id))) {
        items.put(id, ItemJson.write(next.item()));
        if (next.closed() != null) {
          history.add(next.closed());
        }
        return next.result();
      }
    }
    throw new TransientException("others kept writing the item of " + id);
  }

  /** The incidents that were closed, oldest first. */
  public synchronized List<ClosedIncident> history() {
    return List.copyOf(history);
  }
}
