package io.github.keymend.lab.explore.full;

import io.github.keymend.aws.ItemJson;
import io.github.keymend.domain.incident.StoreItem;
import io.github.keymend.domain.store.Identity;
import io.github.keymend.port.StoreItems;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Remembers what comes back when an item is written as text and read again; but not where only the last look, or
 * the last CONNECTED, is another one, which is most of the time.
 */
final class WrittenStoreItems implements StoreItems {
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
    StoreItem before = find(identity.customKeyStoreId()).orElseGet(() -> StoreItem.of(identity));
    Change<R> next = change.apply(before);
    StoreItem after = next.item();
    boolean onlyLooked =
        after.equals(before.withSeen(after.seen()).withLastConnected(after.lastConnected()));
    items.put(
        identity.customKeyStoreId(), onlyLooked ? after : ItemJson.read(ItemJson.write(after)));
    return next.result();
  }
}
