package io.github.keymend.lab.kms;

import static io.github.keymend.lab.kms.ConnectionState.CONNECTING;
import static io.github.keymend.lab.kms.ConnectionState.DISCONNECTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.keymend.lab.service.CallFault;
import io.github.keymend.lab.service.CallRecord;
import io.github.keymend.lab.service.Caller;
import io.github.keymend.lab.service.ConnectionLost;
import org.junit.jupiter.api.Test;

class CallFaultTest extends KmsTest {
  private static final String CONNECT = "ConnectCustomKeyStore";

  private final String id = kms.addXksStore("archive");

  @Test
  void anInternalErrorBeforeTheEffectChangesNothing() {
    // Given
    kms.callFaults().next(CONNECT, CallFault.before(KmsErrors.internal()));

    // When
    String got = answer(() -> kms.connect(ALICE, id));

    // Then
    assertThat(got).isEqualTo("KMSInternalException");
    assertThat(store(id).state()).isEqualTo(DISCONNECTED);
    assertThat(kms.calls()).extracting(CallRecord::tookEffect).containsExactly(false);
  }

  @Test
  void anInternalErrorAfterTheEffectHidesIt() {
    // Given
    kms.callFaults().next(CONNECT, CallFault.after(KmsErrors.internal()));

    // When
    String got = answer(() -> kms.connect(ALICE, id));

    // Then
    assertThat(got).isEqualTo("KMSInternalException");
    assertThat(store(id).state()).isEqualTo(CONNECTING);
    assertThat(kms.calls()).extracting(CallRecord::tookEffect).containsExactly(true);
  }

  @Test
  void aLostAnswerHidesTheEffect() {
    // Given
    kms.callFaults().next(CONNECT, CallFault.lostAfter());

    // Then
    assertThatThrownBy(() -> kms.connect(ALICE, id)).isInstanceOf(ConnectionLost.class);
    assertThat(store(id).state()).isEqualTo(CONNECTING);
  }

  @Test
  void aRefusalStandsWhateverFaultWaits() {
    // Given
    kms.callFaults().next("DisconnectCustomKeyStore", CallFault.lostAfter());

    // Then
    assertThat(answer(() -> kms.disconnect(ALICE, id)))
        .isEqualTo("CustomKeyStoreInvalidStateException");
  }

  @Test
  void throttlingLastsForAsManyCallsAsAsked() {
    // Given
    kms.callFaults().next(CONNECT, 2, CallFault.throttled());

    // Then
    assertThat(answer(() -> kms.connect(ALICE, id))).isEqualTo("ThrottlingException");
    assertThat(answer(() -> kms.connect(ALICE, id))).isEqualTo("ThrottlingException");
    assertThat(answer(() -> kms.connect(ALICE, id))).isEqualTo("ok");
  }

  @Test
  void accessMayBeDeniedToOneCallerAlone() {
    // Given
    Caller program = Caller.role("repairer", "connect");
    kms.callFaults().always(CONNECT, program::equals, CallFault.denied("kms:" + CONNECT));

    // Then
    assertThat(answer(() -> kms.connect(program, id))).isEqualTo("AccessDeniedException");
    assertThat(answer(() -> kms.connect(ALICE, id))).isEqualTo("ok");
  }
}
