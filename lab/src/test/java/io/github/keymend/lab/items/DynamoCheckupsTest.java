package io.github.keymend.lab.items;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keymend.aws.DynamoCheckups;
import io.github.keymend.aws.DynamoStoreItems;
import io.github.keymend.domain.checkup.Checkup;
import io.github.keymend.port.Checkups;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The contract on real DynamoDB code. */
class DynamoCheckupsTest extends CheckupsContract {
  private final LocalDynamo dynamo = new LocalDynamo();
  private final Checkups checkups = new DynamoCheckups(dynamo::client, LocalDynamo.TABLE);

  @AfterEach
  void stop() {
    dynamo.close();
  }

  @Override
  Checkups checkups() {
    return checkups;
  }

  @Test
  void it_is_no_store() {
    checkups.replace(Checkup.NONE, Checkup.NONE.begun(Instant.EPOCH));

    assertThat(new DynamoStoreItems(dynamo::client, LocalDynamo.TABLE).all()).isEmpty();
  }
}
