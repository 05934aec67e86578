package io.github.keymend.aws;

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
 * Rows of one DynamoDB table that hold a text. A write is conditional on the version that was read; a writer whose answer
 * was lost knows its own write by its token, also where others have written since.
 */
final class VersionedRows {
  private static final int MOST_TRIES = 10;
  /** A lost answer is looked up once; a table that loses the next one too is left to the workflow's retry. */
  private static final int MOST_UNANSWERED = 2;
  /** More than others can write between a lost answer and the look that follows it. */
  private static final int TOKENS_KEPT = 10;
  /** The reasons for which a transaction is cancelled when somebody else wrote (DynamoDB API reference). */
  private static final Set<String> OVERTAKEN =
      Set.of("ConditionalCheckFailed", "TransactionConflict");

  private final Supplier<DynamoDbClient> dynamo;
  private final String table;

  /** In the given table. */
  VersionedRows(Supplier<DynamoDbClient> dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  /**
   * The result of a change.
   *
   * @param text what the row is to hold; null: nothing is written
   * @param beside another row to write with it
   * @param result what to give back
   */
  record Change<R>(@Nullable String text, @Nullable Put beside, R result) {}

  /** The text of one row. */
  Optional<String> find(String partition, String sort) {
    Map<String, AttributeValue> row = guarded(() -> row(partition, sort));
    return row.isEmpty() ? Optional.empty() : Optional.of(text(row));
  }

  /** The texts of all rows of a partition. */
  List<String> all(String partition) {
    return guarded(() -> dynamo
        .get()
        .queryPaginator(request -> request
            .tableName(table)
            .consistentRead(true)
            .keyConditionExpression("pk = :partition")
            .expressionAttributeValues(Map.of(":partition", value(partition))))
        .items()
        .stream()
        .map(VersionedRows::text)
        .toList());
  }

  /**
   * Changes the text of one row.
   *
   * @param what the row is about, for the error
   * @param change gets the text that stands there, if any
   */
  <R> R change(
      String partition, String sort, String what, Function<Optional<String>, Change<R>> change) {
    String writer = UUID.randomUUID().toString();
    Map<String, R> unanswered = new HashMap<>();
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      Map<String, AttributeValue> row = guarded(() -> row(partition, sort));
      for (String token : tokens(row)) {
        if (unanswered.containsKey(token)) {
          return unanswered.get(token);
        }
      }
      Change<R> next = change.apply(row.isEmpty() ? Optional.empty() : Optional.of(text(row)));
      String text = next.text();
      if (text == null) {
        return next.result();
      }
      String token = writer + "/" + tries;
      try {
        if (write(put(key(partition, sort), text, row, token), next.beside())) {
          return next.result();
        }
      } catch (SdkException e) {
        unanswered.put(token, next.result());
        if (unanswered.size() == MOST_UNANSWERED) {
          throw unavailable(e);
        }
      }
    }
    throw new TransientException("others kept writing the item of " + what);
  }

  private Map<String, AttributeValue> row(String partition, String sort) {
    return dynamo
        .get()
        .getItem(request -> request.tableName(table).consistentRead(true).key(key(partition, sort)))
        .item();
  }

  /** Whether it was written; else somebody has written in between. */
  private boolean write(Put put, @Nullable Put beside) {
    List<TransactWriteItem> writes = new ArrayList<>();
    writes.add(TransactWriteItem.builder().put(put).build());
    if (beside != null) {
      writes.add(TransactWriteItem.builder().put(beside).build());
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

  private Put put(
      Map<String, AttributeValue> key,
      String text,
      Map<String, AttributeValue> read,
      String token) {
    String version = stringOf(read, "version");
    List<String> last = new ArrayList<>(tokens(read));
    last.add(token);
    List<AttributeValue> kept =
        last.subList(Math.max(0, last.size() - TOKENS_KEPT), last.size()).stream()
            .map(VersionedRows::value)
            .toList();
    Map<String, AttributeValue> row = new HashMap<>(key);
    row.put("item", value(text));
    row.put("tokens", AttributeValue.builder().l(kept).build());
    row.put("version", value(Long.toString(version == null ? 1 : Long.parseLong(version) + 1)));
    Put.Builder put = Put.builder().tableName(table).item(row);
    if (version == null) {
      put.conditionExpression("attribute_not_exists(pk)");
    } else {
      put.conditionExpression("#version = :read")
          .expressionAttributeNames(Map.of("#version", "version"))
          .expressionAttributeValues(Map.of(":read", value(version)));
    }
    return put.build();
  }

  /** The key of a row. */
  static Map<String, AttributeValue> key(String partition, String sort) {
    return Map.of("pk", value(partition), "sk", value(sort));
  }

  private static String text(Map<String, AttributeValue> row) {
    String text = stringOf(row, "item");
    if (text == null) {
      throw new IllegalStateException("a row of the table has no item: " + row.get("sk"));
    }
    return text;
  }

  private static @Nullable String stringOf(Map<String, AttributeValue> row, String attribute) {
    AttributeValue value = row.get(attribute);
    return value == null ? null : value.s();
  }

  /** A text as an attribute. */
  static AttributeValue value(String text) {
    return AttributeValue.builder().s(text).build();
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
