package io.github.keymend.lab.explore.core;

import io.github.keymend.domain.incident.StoreItem;
import io.github.keymend.domain.store.Identity;
import io.github.keymend.port.StoreItems;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Remembers stores as they are: items are values, so nothing need be written out. */
final class PlainStoreItems implements StoreItems {
  private final Map<String, StoreItem> items = new TreeMap<>();

  @Override
  public Optional<StoreItem> find(String customKeyStoreId) {
    return Optional.ofNullable(items.get(customKeyStoreId));
  }

  @Override
  public List<StoreItem> all() {
    return List.copyOf(items.values());
  }

  @Override
  public <R> R change(Identity identity, Function<StoreItem, Change<R>> change) {
    Change<R> next =
        change.apply(find(identity.customKeyStoreId()).orElseGet(() -> StoreItem.of(identity)));
    items.put(identity.customKeyStoreId(), next.item());
    return next.result();
  }
}
