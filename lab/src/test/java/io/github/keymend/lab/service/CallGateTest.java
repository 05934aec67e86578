package io.github.keymend.lab.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.keymend.lab.clock.VirtualClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallGateTest {
  private static final Call PUBLISH = Call.of("Publish", "topic", Caller.user("alice"));

  private final CallGate gate = new CallGate(new VirtualClock(), Set.of("Publish"));

  @Test
  void aFaultForAnOperationThatDoesNotExistIsRefused() {
    assertThatThrownBy(() -> gate.faults().next("Pubish", CallFault.lostBefore()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Pubish")
        .hasMessageContaining("give one of [Publish]");
  }

  @Test
  void aListenerSeesTheCallWithItsOutcome() {
    // Given
    List<CallRecord> seen = new ArrayList<>();
    gate.onCall(seen::add);
    gate.faults().next("Publish", CallFault.throttled());

    // When
    assertThatThrownBy(() -> gate.pass(PUBLISH, () -> "done")).isInstanceOf(ServiceError.class);
    String answer = gate.pass(PUBLISH, () -> "done");

    // Then
    assertThat(answer).isEqualTo("done");
    assertThat(seen)
        .containsExactly(
            new CallRecord(
                VirtualClock.DEFAULT_START,
                PUBLISH,
                false,
                new Outcome.Refused("ThrottlingException", 400, "Rate exceeded")),
            new CallRecord(VirtualClock.DEFAULT_START, PUBLISH, true, new Outcome.Accepted()));
  }

  @Test
  void faultsStayUntilCleared() {
    // Given
    gate.faults().always("Publish", caller -> true, CallFault.lostBefore());
    assertThatThrownBy(() -> gate.pass(PUBLISH, () -> "done")).isInstanceOf(ConnectionLost.class);
    assertThatThrownBy(() -> gate.pass(PUBLISH, () -> "done")).isInstanceOf(ConnectionLost.class);

    // When
    gate.faults().clear("Publish");

    // Then
    assertThat(gate.pass(PUBLISH, () -> "done")).isEqualTo("done");
  }
}
