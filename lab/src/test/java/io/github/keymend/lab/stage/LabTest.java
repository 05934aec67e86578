package io.github.keymend.lab.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keymend.lab.asl.run.ExecutionListener;
import io.github.keymend.lab.kms.ConnectionState;
import io.github.keymend.lab.service.Caller;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LabTest {
  @Test
  void repairsAnExternalStoreWhoseConnectTimedOutTwice() {
    // Given
    Lab lab = new Lab(LabSettings.repairing(), ExecutionListener.NONE);
    String id = lab.kms().addXksStore("orders");
    lab.kms().faults(id).failConnects("XKS_PROXY_TIMED_OUT", 2);
    lab.kms().connect(Caller.user("operator"), id);

    // When
    lab.startSweeping();
    lab.run(Duration.ofMinutes(6));
    lab.runUntilSettled(id, Duration.ofHours(3));

    // Then
    assertThat(lab.kms().store(id).orElseThrow().state()).isEqualTo(ConnectionState.CONNECTED);
    assertThat(lab.item(id).orElseThrow().incident()).isNull();
    assertThat(lab.aws().sns().published()).hasSize(4);
  }
}
