package io.github.keymend.lab.kms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SwitchesTest extends KmsTest {
  private final String id = kms.addXksStore("archive");

  @Test
  void whileConnectedTheNameAloneMayBeUpdatable() {
    // Given
    connectAndWait(id);
    kms.use(Switches.DEFAULT.withUpdateOnConnected(false));

    // Then
    assertThat(answer(() -> kms.update(ALICE, UpdateRequest.uriPath(id, "/v2/kms/xks/v1"))))
        .isEqualTo("CustomKeyStoreInvalidStateException");
    assertThat(answer(() -> kms.update(ALICE, UpdateRequest.name(id, "other")))).isEqualTo("ok");
  }

  @Test
  void aFailedStoreMayBeUpdatable() {
    // Given
    kms.failNow(id, "XKS_PROXY_INVALID_CONFIGURATION");
    kms.use(Switches.DEFAULT.withUpdateOnFailed(true));

    // Then
    assertThat(answer(() -> kms.update(ALICE, UpdateRequest.uriPath(id, "/v2/kms/xks/v1"))))
        .isEqualTo("ok");
    assertThat(store(id).errorCode()).isEqualTo("XKS_PROXY_INVALID_CONFIGURATION");
  }

  @Test
  void connectOnAConnectingStoreMayBeginAnew() {
    // Given
    kms.use(Switches.DEFAULT.withConnectOnConnecting(PointlessConnect.RESTART));
    kms.connect(ALICE, id);
    minutes(4);

    // When
    kms.connect(ALICE, id);

    // Then
    minutes(4);
    assertThat(store(id).state()).isEqualTo(ConnectionState.CONNECTING);
    minutes(1);
    assertThat(store(id).state()).isEqualTo(ConnectionState.CONNECTED);
  }

  @Test
  void aSeededStoreIsSeenByTheStalestRead() {
    // Given
    kms.use(Switches.DEFAULT.withStaleness(Duration.ofMinutes(5)));

    // Then
    assertThat(kms.describe(ALICE, DescribeRequest.all()).stores()).hasSize(1);
  }

  @Test
  void impossibleValuesAreRefused() {
    assertThatThrownBy(() -> Switches.DEFAULT.withLogInsPerConnect(0))
        .hasMessageContaining("1 or more");
    assertThatThrownBy(() -> Switches.DEFAULT.withStaleness(Duration.ofSeconds(-1)))
        .hasMessageContaining("0 or more");
  }

  @Test
  void anErrorThatKmsDoesNotKnowIsRefused() {
    assertThatThrownBy(() -> KmsErrors.named("XksProxyOnFireException"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("XksProxyUriUnreachableException");
  }
}
