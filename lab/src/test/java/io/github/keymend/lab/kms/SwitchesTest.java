package io.github.keymend.lab.kms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.keymend.lab.service.Secret;
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
  void aConnectThatIsDisconnectedMayLogInAllTheSame() {
    // Given
    String hsm = kms.addCloudHsmStore("payments");
    kms.kmsUser(hsm).changePassword(new Secret("changedInHsm1"));
    kms.use(Switches.DEFAULT.withDisconnectCancelsConnect(false));
    kms.connect(ALICE, hsm);
    minutes(1);

    // When
    kms.disconnect(ALICE, hsm);

    // Then
    assertThat(kms.kmsUser(hsm).failedLogIns()).isEqualTo(1);
    minutes(30);
    assertThat(store(hsm).state()).isEqualTo(ConnectionState.DISCONNECTED);
  }

  @Test
  void aConnectThatIsDisconnectedLogsInNoMoreByDefault() {
    // Given
    String hsm = kms.addCloudHsmStore("payments");
    kms.kmsUser(hsm).changePassword(new Secret("changedInHsm1"));
    kms.connect(ALICE, hsm);
    minutes(1);

    // When
    kms.disconnect(ALICE, hsm);
    minutes(30);

    // Then
    assertThat(kms.kmsUser(hsm).failedLogIns()).isZero();
  }

  @Test
  void anUpdateOfNothingMayBeRefused() {
    var nothing = new UpdateRequest(id, null, null, null, null, null, null, null, null, null);
    assertThat(answer(() -> kms.update(ALICE, nothing))).isEqualTo("ok");

    kms.use(Switches.DEFAULT.withUpdateOfNothing(false));

    assertThat(answer(() -> kms.update(ALICE, nothing))).isEqualTo("ValidationException");
  }

  @Test
  void describeMayGiveSmallPages() {
    // Given
    kms.addXksStore("second");
    kms.use(Switches.DEFAULT.withDescribePageSize(1));

    // When
    DescribePage page = kms.describe(ALICE, DescribeRequest.all());

    // Then
    assertThat(page.stores()).hasSize(1);
    assertThat(page.nextMarker()).isNotNull();
  }

  @Test
  void theQuotaOfStoresMayBeAnother() {
    kms.use(Switches.DEFAULT.withStoreQuota(1));

    assertThat(answer(() -> kms.create(
            ALICE,
            new CreateRequest(
                "second", new HsmBacking("cluster-abcdefghijk", "PEM", new Secret("kmsPswd22"))))))
        .isEqualTo("LimitExceededException");
  }

  @Test
  void connectsAndDisconnectsMayTakeAnyTime() {
    // Given
    kms.use(Switch.set(
        Switch.set(Switches.DEFAULT, "xks-connect-time=PT19M"), "xks-disconnect-time=PT1M"));

    // Then
    kms.connect(ALICE, id);
    minutes(18);
    assertThat(store(id).state()).isEqualTo(ConnectionState.CONNECTING);
    minutes(1);
    assertThat(store(id).state()).isEqualTo(ConnectionState.CONNECTED);
    kms.disconnect(ALICE, id);
    minutes(1);
    assertThat(store(id).state()).isEqualTo(ConnectionState.DISCONNECTED);
  }

  @Test
  void impossibleValuesAreRefused() {
    assertThatThrownBy(() -> Switches.DEFAULT.withLogInsPerConnect(0))
        .hasMessageContaining("1 or more");
    assertThatThrownBy(() -> Switches.DEFAULT.withStaleness(Duration.ofSeconds(-1)))
        .hasMessageContaining("0 or more");
    assertThatThrownBy(() -> Switches.DEFAULT.withDescribePageSize(0))
        .hasMessageContaining("from 1 to 1000");
    assertThatThrownBy(() -> Switches.DEFAULT.withStoreQuota(0)).hasMessageContaining("1 or more");
  }

  @Test
  void anErrorThatKmsDoesNotKnowIsRefused() {
    assertThatThrownBy(() -> KmsErrors.named("XksProxyOnFireException"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("XksProxyUriUnreachableException");
  }
}
