package io.github.keymend.lab.kms;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of DescribeCustomKeyStores.
 *
 * @param stores the entries
 * @param nextMarker where the next page begins; null: there is none
 */
public record DescribePage(List<StoreView> stores, @Nullable String nextMarker) {
  /** Keeps a copy of the list. */
  public DescribePage {
    stores = List.copyOf(stores);
  }
}
