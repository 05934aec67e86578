package io.github.keymend.lab.kms;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.keymend.lab.service.ServiceError;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** DescribeCustomKeyStores; KMS API reference. Shows the stores as they were {@link Switches#staleness} ago. */
final class DescribeOperation {
  private static final String MARKER = "after:";

  private final Account account;

  DescribeOperation(Account account) {
    this.account = account;
  }

  DescribePage describe(DescribeRequest request) {
    String id = request.id();
    String name = request.name();
    if (id != null && name != null) {
      throw ServiceError.validation("give CustomKeyStoreId or CustomKeyStoreName, not both");
    }
    List<StoreView> visible = visible();
    if (id != null) {
      return one(visible.stream().filter(view -> view.id().equals(id)).findFirst(), id);
    }
    if (name != null) {
      return one(visible.stream().filter(view -> view.name().equals(name)).findFirst(), name);
    }
    int limit = request.limit() == null ? account.switches.describePageSize() : request.limit();
    return page(visible, limit, request.marker());
  }

  private List<StoreView> visible() {
    Instant seen = account.now().minus(account.switches.staleness());
    return account.everCreated().flatMap(store -> store.asOf(seen).stream()).toList();
  }

  private static DescribePage one(Optional<StoreView> found, String wanted) {
    return new DescribePage(List.of(found.orElseThrow(() -> KmsErrors.notFound(wanted))), null);
  }

  private static DescribePage page(List<StoreView> visible, int limit, @Nullable String marker) {
    String after = marker == null ? "" : lastId(marker);
    List<StoreView> rest =
        visible.stream().filter(view -> view.id().compareTo(after) > 0).toList();
    if (rest.size() <= limit) {
      return new DescribePage(rest, null);
    }
    String next = MARKER + rest.get(limit - 1).id();
    return new DescribePage(
        rest.subList(0, limit), Base64.getUrlEncoder().encodeToString(next.getBytes(UTF_8)));
  }

  /** Ids grow with the order of creation, so the last id of a page is enough to go on, even if that store is gone. */
  private static String lastId(String marker) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(marker), UTF_8);
      if (text.startsWith(MARKER)) {
        return text.substring(MARKER.length());
      }
    } catch (IllegalArgumentException e) {
      // Falls through: a marker that is not ours.
    }
    throw ServiceError.refusal(
        "InvalidMarkerException", "The marker does not come from DescribeCustomKeyStores.");
  }
}
