package io.github.keymend.domain.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keymend.domain.Story;
import io.github.keymend.domain.incident.Act;
import io.github.keymend.domain.incident.Attempt;
import io.github.keymend.domain.incident.ParkReason;
import io.github.keymend.domain.people.Command;
import io.github.keymend.domain.table.Remedy;
import org.junit.jupiter.api.Test;

/** Rule 10: observe mode changes nothing, takes the same path up to the act, says what it would have done, and parks. */
class ObserveModeTest {
  private final Story story = Story.external().observing();

  @Test
  void itDiagnosesAndBeginsNoAttempt() {
    // When
    Diagnosis diagnosis =
        story.repair("repair-1").seesFailedTwice("INTERNAL_ERROR").decidesAndDiagnoses();

    // Then
    assertThat(diagnosis.remedy()).isEqualTo(Remedy.RETRY);
    assertThat(diagnosis.reason()).isEqualTo(ParkReason.OBSERVING);
    assertThat(story.incident().attempts()).isZero();
    assertThat(story.item().daily().on(story.now())).isZero();
  }

  @Test
  void itSaysWhatItWouldHaveDone() {
    // Given
    story.secretVersion("v1").repair("repair-1").seesFailedTwice("INVALID_CREDENTIALS");
    story.decidesAndDiagnoses();

    // When
    story.parks(ParkReason.OBSERVING);

    // Then
    assertThat(story.letter().body())
        .contains("Mode is observe: keymend changes nothing. It would have disconnected the store,"
            + " then updated its credential from the named secret and connected it.")
        .contains("set Mode to repair")
        .contains(
            "aws kms disconnect-custom-key-store --custom-key-store-id cks-1234567890abcdef0");
  }

  @Test
  void noCommandMakesItAct() {
    // Given
    story.repair("repair-1").seesFailedTwice("INTERNAL_ERROR").decides();

    // When
    story.commanded(Command.RESUME);

    // Then
    assertThat(story.decidesAndDiagnoses().reason()).isEqualTo(ParkReason.OBSERVING);
  }

  @Test
  void anAttemptThatBeganInRepairModeIsNotGoneOnWith() {
    // Given the mode was changed between the disconnect and the connect
    story.repairing().disconnectedByUs("INTERNAL_ERROR").observing();

    // Then
    assertThat(story.decides()).isEqualTo(new Next.Park(ParkReason.OBSERVING, null));
    for (Act act : Act.values()) {
      assertThat(story.intends(act, 1)).as("%s", act).isFalse();
    }
    assertThat(story.attempt().stage()).isEqualTo(Attempt.Stage.DISCONNECTED);
  }

  @Test
  void theSweepTakesItUpWhenModeHasBecomeRepair() {
    // Given
    story.repair("repair-1").seesFailedTwice("INTERNAL_ERROR").decidesAndDiagnoses();
    story.parks(ParkReason.OBSERVING);
    assertThat(story.sweeps(OwnerStatus.SUCCEEDED)).isEqualTo(Sweeping.Verdict.NOTHING);

    // When
    story.repairing();

    // Then
    assertThat(story.sweeps(OwnerStatus.SUCCEEDED)).isEqualTo(Sweeping.Verdict.START);
  }

  @Test
  void thereIsNoActBesideTheThree() {
    // Rule 11: nothing is created or deleted
    assertThat(Act.values()).containsExactly(Act.DISCONNECT, Act.CORRECT, Act.CONNECT);
  }
}
