package io.github.keymend.lab.items;

import io.github.keymend.domain.incident.ClosedIncident;
import io.github.keymend.lab.stage.MemoryStoreItems;
import io.github.keymend.port.StoreItems;
import java.util.List;

/** The contract, in the memory that the lab uses. */
class MemoryStoreItemsTest extends StoreItemsContract {
  private final MemoryStoreItems items = new MemoryStoreItems();

  @Override
  StoreItems items() {
    return items;
  }

  @Override
  List<Kept> kept() {
    return items.history().stream()
        .map(closed -> new Kept(
            closed.identity().customKeyStoreId(),
            closed.incident().id(),
            closed.closedAt().plus(ClosedIncident.KEPT).getEpochSecond()))
        .toList();
  }
}
