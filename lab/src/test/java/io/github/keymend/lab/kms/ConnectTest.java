package io.github.keymend.lab.kms;

import static io.github.keymend.lab.kms.ConnectionState.CONNECTED;
import static io.github.keymend.lab.kms.ConnectionState.CONNECTING;
import static io.github.keymend.lab.kms.ConnectionState.DISCONNECTED;
import static io.github.keymend.lab.kms.ConnectionState.DISCONNECTING;
import static io.github.keymend.lab.kms.ConnectionState.FAILED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ConnectTest extends KmsTest {
  private final String hsm = kms.addCloudHsmStore("payments");
  private final String xks = kms.addXksStore("archive");

  @Test
  void aCloudHsmConnectTakesFifteenMinutes() {
    // When
    kms.connect(ALICE, hsm);

    // Then
    minutes(14);
    assertThat(store(hsm).state()).isEqualTo(CONNECTING);
    minutes(1);
    assertThat(store(hsm).state()).isEqualTo(CONNECTED);
  }

  @Test
  void anExternalStoreConnectsAndDisconnectsInFiveMinutes() {
    // When
    kms.connect(ALICE, xks);
    minutes(5);
    kms.disconnect(ALICE, xks);
    minutes(4);

    // Then
    assertThat(store(xks).state()).isEqualTo(DISCONNECTING);
    minutes(1);
    assertThat(store(xks).state()).isEqualTo(DISCONNECTED);
    assertThat(kms.changes())
        .extracting(StateChange::from, StateChange::to, StateChange::caller)
        .containsExactly(
            tuple(DISCONNECTED, CONNECTING, ALICE),
            tuple(CONNECTING, CONNECTED, null),
            tuple(CONNECTED, DISCONNECTING, ALICE),
            tuple(DISCONNECTING, DISCONNECTED, null));
  }

  @Test
  void theErrorCodeIsGoneAsSoonAsADisconnectIsAccepted() {
    // Given
    kms.faults(xks).failConnects("XKS_PROXY_TIMED_OUT", 1);
    connectAndWait(xks);
    assertThat(store(xks).state()).isEqualTo(FAILED);
    assertThat(store(xks).errorCode()).isEqualTo("XKS_PROXY_TIMED_OUT");

    // When
    kms.disconnect(ALICE, xks);

    // Then
    assertThat(store(xks).errorCode()).isNull();
  }

  @Test
  void aFaultForTwoConnectsSparesTheThird() {
    // Given
    kms.faults(xks).failConnects("XKS_PROXY_NOT_REACHABLE", 2);

    // When
    for (int attempt = 0; attempt < 2; attempt++) {
      connectAndWait(xks);
      assertThat(store(xks).state()).isEqualTo(FAILED);
      disconnectAndWait(xks);
    }
    connectAndWait(xks);

    // Then
    assertThat(store(xks).state()).isEqualTo(CONNECTED);
  }

  @Test
  void aFaultUntilFixedStaysUntilFixed() {
    // Given
    kms.faults(hsm).failConnects("SUBNET_NOT_FOUND", StoreFaults.UNTIL_FIXED);
    connectAndWait(hsm);
    disconnectAndWait(hsm);
    connectAndWait(hsm);
    assertThat(store(hsm).errorCode()).isEqualTo("SUBNET_NOT_FOUND");
    disconnectAndWait(hsm);

    // When
    kms.faults(hsm).fixed("SUBNET_NOT_FOUND");
    connectAndWait(hsm);

    // Then
    assertThat(store(hsm).state()).isEqualTo(CONNECTED);
  }

  @Test
  void aSynchronousRefusalLeavesTheStoreDisconnectedWithoutACode() {
    // Given
    kms.faults(hsm).refuseConnects("CloudHsmClusterNotActiveException", 1);

    // When
    String got = answer(() -> kms.connect(ALICE, hsm));

    // Then
    assertThat(got).isEqualTo("CloudHsmClusterNotActiveException");
    assertThat(store(hsm).state()).isEqualTo(DISCONNECTED);
    assertThat(store(hsm).errorCode()).isNull();
    assertThat(answer(() -> kms.connect(ALICE, hsm))).isEqualTo("ok");
  }

  @Test
  void aConnectThatHangsNeverEndsButCanBeDisconnected() {
    // Given
    kms.faults(hsm).hangConnects(1);
    kms.connect(ALICE, hsm);
    minutes(24 * 60);
    assertThat(store(hsm).state()).isEqualTo(CONNECTING);

    // When
    disconnectAndWait(hsm);

    // Then
    assertThat(store(hsm).state()).isEqualTo(DISCONNECTED);
  }

  @Test
  void aSlowConnectMayStillFail() {
    // Given
    kms.faults(xks).slowConnects(Duration.ofMinutes(30), 1);
    kms.faults(xks).failConnects("INTERNAL_ERROR", 1);

    // When
    kms.connect(ALICE, xks);
    minutes(29);

    // Then
    assertThat(store(xks).state()).isEqualTo(CONNECTING);
    minutes(1);
    assertThat(store(xks).errorCode()).isEqualTo("INTERNAL_ERROR");
  }

  @Test
  void aDisconnectMayHang() {
    // Given
    connectAndWait(xks);
    kms.faults(xks).hangDisconnects(1);

    // When
    kms.disconnect(ALICE, xks);
    minutes(24 * 60);

    // Then
    assertThat(store(xks).state()).isEqualTo(DISCONNECTING);
  }

  @Test
  void aDisconnectEndsTheAttemptThatWasUnderWay() {
    // Given
    kms.connect(ALICE, hsm);
    minutes(14);

    // When
    kms.disconnect(ALICE, hsm);
    minutes(60);

    // Then
    assertThat(kms.changes())
        .extracting(StateChange::to)
        .containsExactly(CONNECTING, DISCONNECTING, DISCONNECTED);
  }

  @Test
  void connectOnAConnectedStoreMayRestart() {
    // Given
    kms.use(Switches.DEFAULT.withConnectOnConnected(PointlessConnect.RESTART));
    connectAndWait(hsm);

    // When
    kms.connect(ALICE, hsm);

    // Then
    assertThat(store(hsm).state()).isEqualTo(CONNECTING);
    minutes(15);
    assertThat(store(hsm).state()).isEqualTo(CONNECTED);
  }

  @Test
  void connectOnAConnectedStoreMayBeRefused() {
    // Given
    kms.use(Switches.DEFAULT.withConnectOnConnected(PointlessConnect.REFUSED));
    connectAndWait(xks);

    // When
    String got = answer(() -> kms.connect(ALICE, xks));

    // Then
    assertThat(got).isEqualTo("CustomKeyStoreInvalidStateException");
    assertThat(store(xks).state()).isEqualTo(CONNECTED);
  }

  @Test
  void aStoreMayFailOutOfTheBlue() {
    // Given
    connectAndWait(xks);

    // When
    kms.failNow(xks, "XKS_PROXY_NOT_REACHABLE");

    // Then
    assertThat(store(xks).state()).isEqualTo(FAILED);
    assertThat(kms.since(xks)).isEqualTo(timeline.now());
  }
}
