package io.github.keymend.lab.explore.full;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.keymend.aws.KmsKeyStores;
import io.github.keymend.domain.store.ConnectionState;
import io.github.keymend.domain.store.KeyStore;
import io.github.keymend.lab.clock.Timeline;
import io.github.keymend.lab.clock.VirtualClock;
import io.github.keymend.lab.door.ExecutionsOfNobody;
import io.github.keymend.lab.door.SimulatedAws;
import io.github.keymend.lab.explore.stage.Witness;
import io.github.keymend.lab.kms.KmsErrors;
import io.github.keymend.lab.service.CallFault;
import io.github.keymend.lab.service.Caller;
import io.github.keymend.port.TransientException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** An answer that is read once is never an old one. */
class KnownAnswersTest {
  private static final String DESCRIBE = "DescribeCustomKeyStores";
  private final Timeline timeline = new Timeline(new VirtualClock());
  private final SimulatedAws aws = new SimulatedAws(timeline, new ExecutionsOfNobody());
  private final String id = aws.kms().addXksStore("orders");
  private final SharedClients clients = new SharedClients(Permissions.ALL);
  private final KmsKeyStores stores;

  KnownAnswersTest() {
    clients.leadTo(aws, new Witness() {});
    stores = new KmsKeyStores(clients.of("LookFunction").kmsReads());
    aws.kms().connectNow(id);
  }

  private ConnectionState look() {
    return stores.byId(id).map(KeyStore::state).orElseThrow();
  }

  @Test
  void everyLookReachesKmsAndShowsWhatIsThere() {
    // Given
    assertThat(look()).isEqualTo(ConnectionState.CONNECTED);
    assertThat(look()).isEqualTo(ConnectionState.CONNECTED);

    // When
    aws.kms().disconnect(Caller.user("operator"), id);

    // Then
    assertThat(look()).isEqualTo(ConnectionState.DISCONNECTING);
    timeline.runFor(Duration.ofMinutes(10));
    assertThat(look()).isEqualTo(ConnectionState.DISCONNECTED);
    assertThat(described()).isEqualTo(4);
  }

  @Test
  void anErrorGoesThroughTheSdkAndItsRetries() {
    // Given
    look();
    aws.kms().callFaults().next(DESCRIBE, CallFault.before(KmsErrors.throttling()));

    // When
    ConnectionState state = look();

    // Then
    assertThat(state).isEqualTo(ConnectionState.CONNECTED);
    assertThat(described()).isEqualTo(3);
  }

  @Test
  void aLostConnectionGoesThroughTheSdkAndItsRetries() {
    // Given
    look();
    aws.kms().callFaults().next(DESCRIBE, CallFault.lostAfter());

    // When
    ConnectionState state = look();

    // Then
    assertThat(state).isEqualTo(ConnectionState.CONNECTED);
    assertThat(described()).isEqualTo(3);
  }

  @Test
  void aRefusalIsOneHereAsWell() {
    // Given
    look();
    aws.kms().callFaults().always(DESCRIBE, caller -> true, CallFault.denied("kms:" + DESCRIBE));

    // Then
    assertThatThrownBy(this::look)
        .isInstanceOf(TransientException.class)
        .hasMessageContaining("not authorized");
  }

  private long described() {
    return aws.kms().calls().stream()
        .filter(line -> line.call().operation().equals(DESCRIBE))
        .count();
  }
}
