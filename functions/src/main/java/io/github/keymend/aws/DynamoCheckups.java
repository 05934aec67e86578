package io.github.keymend.aws;

import io.github.keymend.domain.checkup.Checkup;
import io.github.keymend.port.Checkups;
import io.github.keymend.port.TransientException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/**
 * Remembers the daily look in one item of the table, in a partition of its own, {@code CHECKUP}: neither the sweep's query of
 * the stores nor a repair sees it. A write is conditional on the text that was read.
 */
public final class DynamoCheckups implements Checkups {
  private static final Map<String, AttributeValue> KEY =
      Map.of("pk", text("CHECKUP"), "sk", text("DAILY"));

  private final Supplier<DynamoDbClient> dynamo;
  private final String table;

  /** In the given table. */
  public DynamoCheckups(Supplier<DynamoDbClient> dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public Checkup read() {
    try {
      AttributeValue item = dynamo
          .get()
          .getItem(request -> request.tableName(table).consistentRead(true).key(KEY))
          .item()
          .get("item");
      return item == null ? Checkup.NONE : ItemJson.readCheckup(item.s());
    } catch (SdkException e) {
      throw unavailable(e);
    }
  }

  @Override
  public boolean replace(Checkup read, Checkup next) {
    Map<String, AttributeValue> row = new HashMap<>(KEY);
    row.put("item", text(ItemJson.write(next)));
    PutItemRequest.Builder put = PutItemRequest.builder().tableName(table).item(row);
    if (read.equals(Checkup.NONE)) {
      put.conditionExpression("attribute_not_exists(pk)");
    } else {
      put.conditionExpression("#item = :read")
          .expressionAttributeNames(Map.of("#item", "item"))
          .expressionAttributeValues(Map.of(":read", text(ItemJson.write(read))));
    }
    try {
      dynamo.get().putItem(put.build());
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    } catch (SdkException e) {
      throw unavailable(e);
    }
  }

  private static AttributeValue text(String value) {
    return AttributeValue.builder().s(value).build();
  }

  private static TransientException unavailable(SdkException e) {
    return new TransientException("the table did not answer: " + e.getMessage(), e);
  }
}
