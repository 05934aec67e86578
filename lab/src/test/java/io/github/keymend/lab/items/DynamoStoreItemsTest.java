package io.github.keymend.lab.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.keymend.aws.DynamoStoreItems;
import io.github.keymend.domain.store.Identity;
import io.github.keymend.domain.store.StoreType;
import io.github.keymend.lab.template.DeployedTable;
import io.github.keymend.port.StoreItems;
import io.github.keymend.port.TransientException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** The contract on real DynamoDB code, and what only a table over a network can do wrong. */
class DynamoStoreItemsTest extends StoreItemsContract {
  private final LocalDynamo dynamo = new LocalDynamo();
  private final StoreItems items = new DynamoStoreItems(dynamo::client, LocalDynamo.TABLE);

  @AfterEach
  void stop() {
    dynamo.close();
  }

  @Override
  StoreItems items() {
    return items;
  }

  @Override
  List<Kept> kept() {
    List<Kept> kept = new ArrayList<>();
    for (Map<String, AttributeValue> row : rows("HISTORY")) {
      String[] ids = Objects.requireNonNull(row.get("sk")).s().split("#", 2);
      kept.add(new Kept(
          ids[0],
          ids[1],
          Long.parseLong(Objects.requireNonNull(row.get(DeployedTable.expiry())).n())));
    }
    return kept;
  }

  private List<Map<String, AttributeValue>> rows(String partition) {
    return dynamo
        .client()
        .query(QueryRequest.builder()
            .tableName(LocalDynamo.TABLE)
            .keyConditionExpression("pk = :pk")
            .expressionAttributeValues(
                Map.of(":pk", AttributeValue.builder().s(partition).build()))
            .build())
        .items();
  }

  @Test
  void a_writer_whose_answer_was_lost_does_not_make_its_change_twice() {
    // Given
    dynamo.nextWrite(LocalDynamo.Fault.LOST_AFTER);

    // When
    int result = items.change(ORDERS, StoreItemsContract::oneMore);

    // Then
    assertThat(result).isEqualTo(1);
    assertThat(starts(ORDERS)).isEqualTo(1);
    assertThat(dynamo.writes()).hasSize(1);
  }

  @Test
  void a_lost_answer_is_known_again_where_another_has_written_since() {
    // Given
    dynamo.nextWrite(LocalDynamo.Fault.LOST_AFTER);
    dynamo.afterNextWrite(() -> items.change(ORDERS, StoreItemsContract::oneMore));

    // When
    int result = items.change(ORDERS, StoreItemsContract::oneMore);

    // Then
    assertThat(result).isEqualTo(1);
    assertThat(starts(ORDERS)).isEqualTo(2);
  }

  @Test
  void a_write_that_never_arrived_is_made_once_more() {
    // Given
    dynamo.nextWrite(LocalDynamo.Fault.LOST_BEFORE);

    // When
    items.change(ORDERS, StoreItemsContract::oneMore);

    // Then
    assertThat(starts(ORDERS)).isEqualTo(1);
  }

  @Test
  void a_table_that_does_not_answer_is_left_to_the_workflow_to_try_again() {
    // Given
    dynamo.nextWrite(LocalDynamo.Fault.LOST_BEFORE);
    dynamo.nextWrite(LocalDynamo.Fault.LOST_BEFORE);

    // When, Then
    assertThatThrownBy(() -> items.change(ORDERS, StoreItemsContract::oneMore))
        .isInstanceOf(TransientException.class)
        .hasMessage("the table did not answer: the connection broke");
    assertThat(items.find("cks-orders")).isEmpty();
  }

  @Test
  void an_item_that_is_too_large_for_the_table_is_not_taken_for_anothers_write() {
    // When, Then
    assertThatThrownBy(() -> items.change(
            ORDERS,
            item -> StoreItems.Change.of(
                item.withIdentity(new Identity(
                    "cks-orders", "x".repeat(500_000), StoreType.EXTERNAL_KEY_STORE, "")),
                true)))
        .isInstanceOf(TransientException.class)
        .hasMessageStartingWith("the table did not answer: ");
  }

  @Test
  void an_incident_is_closed_and_kept_in_one_write() {
    // When
    items.change(ORDERS, item -> closing(item, FullItem.NOW));

    // Then
    assertThat(dynamo.writes()).hasSize(1);
    assertThat(dynamo.writes().get(0).transactItems()).hasSize(2);
  }

  @Test
  void what_is_remembered_of_a_store_never_expires() {
    // When
    items.change(ORDERS, item -> closing(item, FullItem.NOW));

    // Then
    assertThat(rows("STORE")).hasSize(1);
    assertThat(rows("STORE").get(0)).doesNotContainKey("expiresAt");
    assertThat(DeployedTable.expiry()).isEqualTo("expiresAt");
  }

  @Test
  void a_row_of_another_version_is_not_taken_for_a_new_store() {
    // Given
    dynamo
        .client()
        .putItem(request -> request
            .tableName(LocalDynamo.TABLE)
            .item(Map.of(
                "pk", AttributeValue.builder().s("STORE").build(),
                "sk", AttributeValue.builder().s("cks-orders").build(),
                "version", AttributeValue.builder().s("4").build(),
                "item", AttributeValue.builder().s("{\"identity\":7}").build())));

    // When, Then
    assertThatThrownBy(() -> items.change(ORDERS, StoreItemsContract::oneMore))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("an item is not readable by this version");
  }
}
