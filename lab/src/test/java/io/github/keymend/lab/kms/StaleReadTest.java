package io.github.keymend.lab.kms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StaleReadTest extends KmsTest {
  private final String id = kms.addXksStore("archive");

  @Test
  void describeShowsTheStoreAsItWasAWhileAgo() {
    // Given
    kms.faults(id).failConnects("XKS_PROXY_TIMED_OUT", 1);
    connectAndWait(id);
    kms.use(Switches.DEFAULT.withStaleness(Duration.ofMinutes(3)));

    // When
    kms.disconnect(ALICE, id);

    // Then
    minutes(2);
    assertThat(seen().state()).isEqualTo(ConnectionState.FAILED);
    assertThat(seen().errorCode()).isEqualTo("XKS_PROXY_TIMED_OUT");
    assertThat(store(id).state()).isEqualTo(ConnectionState.DISCONNECTING);
    minutes(1);
    assertThat(seen().state()).isEqualTo(ConnectionState.DISCONNECTING);
    assertThat(seen().errorCode()).isNull();
  }

  @Test
  void aStaleReadDecidesNothing() {
    // Given
    minutes(10);
    kms.use(Switches.DEFAULT.withStaleness(Duration.ofMinutes(3)));
    kms.connect(ALICE, id);
    minutes(1);
    assertThat(seen().state()).isEqualTo(ConnectionState.DISCONNECTED);

    // When
    String got = answer(() -> kms.delete(ALICE, id));

    // Then
    assertThat(got).isEqualTo("CustomKeyStoreInvalidStateException");
  }

  @Test
  void aDeletedStoreIsSeenForAWhile() {
    // Given
    minutes(10);
    kms.use(Switches.DEFAULT.withStaleness(Duration.ofMinutes(3)));

    // When
    kms.delete(ALICE, id);

    // Then
    assertThat(kms.describe(ALICE, DescribeRequest.all()).stores()).hasSize(1);
    minutes(3);
    assertThat(kms.describe(ALICE, DescribeRequest.all()).stores()).isEmpty();
  }

  private StoreView seen() {
    return kms.describe(ALICE, DescribeRequest.id(id)).stores().get(0);
  }
}
