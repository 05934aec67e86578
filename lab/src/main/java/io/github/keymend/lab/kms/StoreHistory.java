package io.github.keymend.lab.kms;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every view of one store with the instant from which it holds, for reads that are stale. */
final class StoreHistory {
  private final List<Entry> entries = new ArrayList<>();

  private record Entry(Instant from, @Nullable StoreView view) {}

  /** From {@code from} on the store looks like {@code view}; null: it is gone. */
  void add(Instant from, @Nullable StoreView view) {
    entries.add(new Entry(from, view));
  }

  /** The view that held at {@code instant}. */
  Optional<StoreView> asOf(Instant instant) {
    for (int i = entries.size() - 1; i >= 0; i--) {
      if (!entries.get(i).from().isAfter(instant)) {
        return Optional.ofNullable(entries.get(i).view());
      }
    }
    return Optional.empty();
  }
}
