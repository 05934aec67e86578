package io.github.keymend.lab.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.keymend.aws.DynamoBreakerItem;
import io.github.keymend.aws.DynamoStoreItems;
import io.github.keymend.port.BreakerItem;
import io.github.keymend.port.BreakerItem.Change;
import io.github.keymend.port.StoreItems;
import io.github.keymend.port.TransientException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The contract on real DynamoDB code, in the table of the stores. */
class DynamoBreakerItemTest extends BreakerItemContract {
  private final LocalDynamo dynamo = new LocalDynamo();
  private final BreakerItem breaker = new DynamoBreakerItem(dynamo::client, LocalDynamo.TABLE);

  @AfterEach
  void stop() {
    dynamo.close();
  }

  @Override
  BreakerItem breaker() {
    return breaker;
  }

  @Test
  void a_writer_whose_answer_was_lost_does_not_make_its_change_twice() {
    // Given
    dynamo.nextWrite(LocalDynamo.Fault.LOST_AFTER);

    // When
    int result = breaker.change(BreakerItemContract::oneMore);

    // Then
    assertThat(result).isEqualTo(1);
    assertThat(breaker.find().reminders()).isEqualTo(1);
  }

  @Test
  void a_table_that_does_not_answer_is_left_to_the_workflow_to_try_again() {
    // Given
    dynamo.nextWrite(LocalDynamo.Fault.LOST_BEFORE);
    dynamo.nextWrite(LocalDynamo.Fault.LOST_BEFORE);

    // When, Then
    assertThatThrownBy(() -> breaker.change(BreakerItemContract::oneMore))
        .isInstanceOf(TransientException.class)
        .hasMessage("the table did not answer: the connection broke");
  }

  @Test
  void it_is_no_store_and_disturbs_none() {
    // Given
    StoreItems items = new DynamoStoreItems(dynamo::client, LocalDynamo.TABLE);

    // When
    breaker.change(before -> {
      items.change(StoreItemsContract.ORDERS, StoreItemsContract::oneMore);
      return new Change<>(full(), true);
    });

    // Then
    assertThat(items.all()).hasSize(1);
    assertThat(breaker.find()).isEqualTo(full());
  }
}
