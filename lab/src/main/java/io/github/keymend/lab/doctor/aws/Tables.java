package io.github.keymend.lab.doctor.aws;

import io.github.keymend.lab.doctor.Sight;
import io.github.keymend.lab.doctor.seen.Table;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** Asks DynamoDB; never for an item. */
final class Tables {
  private final DynamoDbClient client;

  Tables(DynamoDbClient client) {
    this.client = client;
  }

  Sight<Table> table(String name) {
    return Ask.of("dynamodb:DescribeTable", "the table " + name, () -> {
      TableDescription table =
          client.describeTable(request -> request.tableName(name)).table();
      String key =
          table.sseDescription() == null ? null : table.sseDescription().kmsMasterKeyArn();
      return new Table(name, table.tableStatusAsString(), key);
    });
  }
}
