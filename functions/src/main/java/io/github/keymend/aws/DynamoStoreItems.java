package io.github.keymend.aws;

import io.github.keymend.domain.incident.ClosedIncident;
import io.github.keymend.domain.incident.StoreItem;
import io.github.keymend.domain.store.Identity;
import io.github.keymend.port.StoreItems;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;

/**
 * Remembers stores in one DynamoDB table: partition {@code STORE}, sort key the store's id; closed incidents in
 * partition {@code HISTORY} with an expiry. What guards a write is in {@link VersionedRows}.
 */
public final class DynamoStoreItems implements StoreItems {
  private static final String STORE = "STORE";
  private final VersionedRows rows;
  private final String table;

  /** In the given table. */
  public DynamoStoreItems(Supplier<DynamoDbClient> dynamo, String table) {
    this.rows = new VersionedRows(dynamo, table);
    this.table = table;
  }

  @Override
  public Optional<StoreItem> find(String customKeyStoreId) {
    return rows.find(STORE, customKeyStoreId).map(ItemJson::read);
  }

  @Override
  public List<StoreItem> all() {
    return rows.all(STORE).stream().map(ItemJson::read).toList();
  }

  @Override
  public <R> R change(Identity identity, Function<StoreItem, Change<R>> change) {
    String id = identity.customKeyStoreId();
    return rows.change(STORE, id, id, text -> {
      StoreItem before = text.map(ItemJson::read).orElseGet(() -> StoreItem.of(identity));
      Change<R> next = change.apply(before);
      ClosedIncident closed = next.closed();
      boolean same = next.item().equals(before) && closed == null;
      return new VersionedRows.Change<>(
          same ? null : ItemJson.write(next.item()), history(closed), next.result());
    });
  }

  private @Nullable Put history(@Nullable ClosedIncident closed) {
    if (closed == null) {
      return null;
    }
    String sort = closed.identity().customKeyStoreId() + "#" + closed.incident().id();
    Map<String, AttributeValue> row = new HashMap<>(VersionedRows.key("HISTORY", sort));
    row.put("item", VersionedRows.value(ItemJson.write(closed)));
    long expiresAt = closed.closedAt().plus(ClosedIncident.KEPT).getEpochSecond();
    row.put("expiresAt", AttributeValue.builder().n(Long.toString(expiresAt)).build());
    return Put.builder().tableName(table).item(row).build();
  }
}
