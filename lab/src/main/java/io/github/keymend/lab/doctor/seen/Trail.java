package io.github.keymend.lab.doctor.seen;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A trail that this Region knows.
 *
 * @param name its name
 * @param homeRegion where it was made
 * @param allRegions whether it records all Regions
 * @param organization whether it is one of the organization
 * @param logging whether it records now
 * @param deliveryError what its last delivery met, or null
 * @param selectors which management events it records: it records what any of them lets through
 */
public record Trail(
    String name,
    String homeRegion,
    boolean allRegions,
    boolean organization,
    boolean logging,
    @Nullable String deliveryError,
    List<Selector> selectors) {
  /** A copy. */
  public Trail {
    selectors = List.copyOf(selectors);
  }
}
