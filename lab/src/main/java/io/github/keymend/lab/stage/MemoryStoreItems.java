package io.github.keymend.lab.stage;

import io.github.keymend.aws.ItemJson;
import io.github.keymend.domain.incident.ClosedIncident;
import io.github.keymend.domain.incident.StoreItem;
import io.github.keymend.domain.store.Identity;
import io.github.keymend.port.StoreItems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Remembers stores in memory, as the text that the table would hold, so that nothing survives that cannot be written. */
public final class MemoryStoreItems implements StoreItems {
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
    StoreItem before = find(identity.customKeyStoreId()).orElseGet(() -> StoreItem.of(identity));
    Change<R> next = change.apply(before);
    items.put(identity.customKeyStoreId(), ItemJson.write(next.item()));
    if (next.closed() != null) {
      history.add(next.closed());
    }
    return next.result();
  }

  /** The incidents that were closed, oldest first. */
  public synchronized List<ClosedIncident> history() {
    return List.copyOf(history);
  }
}
