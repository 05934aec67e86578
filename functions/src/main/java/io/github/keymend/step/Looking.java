package io.github.keymend.step;

import io.github.keymend.domain.incident.StoreItem;
import io.github.keymend.domain.rule.Sighting;
import io.github.keymend.domain.store.KeyStore;
import io.github.keymend.port.KeyStores;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** One look at one store. */
final class Looking {
  private Looking() {}

  /**
   * Looks, and gives what the look changes in what is remembered. A store that its id does not find is looked for
   * in the unfiltered list: only that list says that it is gone.
   */
  static UnaryOperator<StoreItem> at(KeyStores keyStores, String customKeyStoreId, Instant now) {
    Optional<KeyStore> store = keyStores
        .byId(customKeyStoreId)
        .or(() -> keyStores.all().stream()
            .filter(each -> each.identity().customKeyStoreId().equals(customKeyStoreId))
            .findFirst());
    return item -> store
        .map(look -> Sighting.of(item, look, now))
        .orElseGet(() -> Sighting.missing(item, now));
  }
}
