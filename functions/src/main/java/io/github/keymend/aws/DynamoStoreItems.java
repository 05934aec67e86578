package io.github.keymend.aws;

import io.github.keymend.domain.incident.ClosedIncident;
import io.github.keymend.domain.incident.StoreItem;
import io.github.keymend.domain.store.Identity;
import io.github.keymend.port.StoreItems;
import io.github.keymend.port.TransientException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Remembers stores in one DynamoDB table: partition {@code STORE}, sort key the store's id; closed incidents in
 * partition {@code HISTORY} with an expiry. A write is conditional on the version that was read; a writer whose
 * answer was lost knows its own write by its token, also where others have written since.
 */
public final class DynamoStoreItems implements StoreItems {
  private static final int MOST_TRIES = 10;
  /** A lost answer is looked up once; a table that loses the next one too is left to the workflow's retry. */
  private static final int MOST_UNANSWERED = 2;
  /** More than others can write between a lost answer and the look that follows it. */
  private static final int TOKENS_KEPT = 10;
  /** The reasons for which a transaction is cancelled when somebody else wrote (DynamoDB API reference). */
  private static final Set<String> OVERTAKEN =
      Set.of("ConditionalCheckFailed", "TransactionConflict");

  private static final String STORE = "STORE";
  private final Supplier<DynamoDbClient> dynamo;
  private final String table;

  /** In the given table. */
  public DynamoStoreItems(Supplier<DynamoDbClient> dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public Optional<StoreItem> find(String customKeyStoreId) {
    Map<String, AttributeValue> row = guarded(() -> row(customKeyStoreId));
    return row.isEmpty() ? Optional.empty() : Optional.of(item(row));
  }

  @Override
  public List<StoreItem> all() {
    return guarded(() -> dynamo
        .get()
        .queryPaginator(request -> request
            .tableName(table)
            .consistentRead(true)
            .keyConditionExpression("pk = :store")
            .expressionAttributeValues(Map.of(":store", text(STORE))))
        .items()
        .stream()
        .map(row -> item(row))
        .toList());
  }

  @Override
  public <R> R change(Identity identity, Function<StoreItem, Change<R>> change) {
    String writer = UUID.randomUUID().toString();
    Map<String, R> unanswered = new HashMap<>();
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      Map<String, AttributeValue> row = guarded(() -> row(identity.customKeyStoreId()));
      for (String token : tokens(row)) {
        if (unanswered.containsKey(token)) {
          return unanswered.get(token);
        }
      }
      StoreItem before = row.isEmpty() ? StoreItem.of(identity) : item(row);
      Change<R> next = change.apply(before);
      if (next.item().equals(before) && next.closed() == null) {
        return next.result();
      }
      String token = writer + "/" + tries;
      try {
        if (write(next.item(), next.closed(), row, token)) {
          return next.result();
        }
      } catch (SdkException e) {
        unanswered.put(token, next.result());
        if (unanswered.size() == MOST_UNANSWERED) {
          throw unavailable(e);
        }
      }
    }
    throw new TransientException("others kept writing the item of " + identity.customKeyStoreId());
  }

  private Map<String, AttributeValue> row(String customKeyStoreId) {
    return dynamo
        .get()
        .getItem(request ->
            request.tableName(table).consistentRead(true).key(key(STORE, customKeyStoreId)))
        .item();
  }

  /** Whether it was written; else somebody has written in between. */
  private boolean write(
      StoreItem item,
      @Nullable ClosedIncident closed,
      Map<String, AttributeValue> read,
      String token) {
    List<TransactWriteItem> writes = new ArrayList<>();
    writes.add(TransactWriteItem.builder().put(put(item, read, token)).build());
    if (closed != null) {
      writes.add(TransactWriteItem.builder().put(history(closed)).build());
    }
    try {
      dynamo.get().transactWriteItems(request -> request.transactItems(writes));
      return true;
    } catch (TransactionCanceledException e) {
      if (e.cancellationReasons().stream().anyMatch(reason -> OVERTAKEN.contains(reason.code()))) {
        return false;
      }
      throw e;
    }
  }

  private Put put(StoreItem item, Map<String, AttributeValue> read, String token) {
    String version = stringOf(read, "version");
    List<String> last = new ArrayList<>(tokens(read));
    last.add(token);
    List<AttributeValue> kept =
        last.subList(Math.max(0, last.size() - TOKENS_KEPT), last.size()).stream()
            .map(each -> text(each))
            .toList();
    Map<String, AttributeValue> row = new HashMap<>(key(STORE, item.customKeyStoreId()));
    row.put("item", text(ItemJson.write(item)));
    row.put("tokens", AttributeValue.builder().l(kept).build());
    row.put("version", text(Long.toString(version == null ? 1 : Long.parseLong(version) + 1)));
    Put.Builder put = Put.builder().tableName(table).item(row);
    if (version == null) {
      put.conditionExpression("attribute_not_exists(pk)");
    } else {
      put.conditionExpression("#version = :read")
          .expressionAttributeNames(Map.of("#version", "version"))
          .expressionAttributeValues(Map.of(":read", text(version)));
    }
    return put.build();
  }

  private Put history(ClosedIncident closed) {
    String sort = closed.identity().customKeyStoreId() + "#" + closed.incident().id();
    Map<String, AttributeValue> row = new HashMap<>(key("HISTORY", sort));
    row.put("item", text(ItemJson.write(closed)));
    long expiresAt = closed.closedAt().plus(ClosedIncident.KEPT).getEpochSecond();
    row.put("expiresAt", AttributeValue.builder().n(Long.toString(expiresAt)).build());
    return Put.builder().tableName(table).item(row).build();
  }

  private static Map<String, AttributeValue> key(String partition, String sort) {
    return Map.of("pk", text(partition), "sk", text(sort));
  }

  private static StoreItem item(Map<String, AttributeValue> row) {
    String json = stringOf(row, "item");
    if (json == null) {
      throw new IllegalStateException("a row of the table has no item: " + row.get("sk"));
    }
    return ItemJson.read(json);
  }

  private static @Nullable String stringOf(Map<String, AttributeValue> row, String attribute) {
    AttributeValue value = row.get(attribute);
    return value == null ? null : value.s();
  }

  private static AttributeValue text(String value) {
    return AttributeValue.builder().s(value).build();
  }

  private static List<String> tokens(Map<String, AttributeValue> row) {
    AttributeValue tokens = row.get("tokens");
    return tokens == null
        ? List.of()
        : tokens.l().stream().map(AttributeValue::s).toList();
  }

  private static <T> T guarded(Supplier<T> call) {
    try {
      return call.get();
    } catch (SdkException e) {
      throw unavailable(e);
    }
  }

  private static TransientException unavailable(SdkException e) {
    return new TransientException("the table did not answer: " + e.getMessage(), e);
  }
}
