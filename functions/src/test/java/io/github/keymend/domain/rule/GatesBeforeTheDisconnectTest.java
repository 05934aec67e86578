package io.github.keymend.domain.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keymend.domain.Story;
import io.github.keymend.domain.incident.Act;
import io.github.keymend.domain.incident.Attempt.Stage;
import io.github.keymend.domain.incident.DailyCount;
import io.github.keymend.domain.incident.ParkReason;
import io.github.keymend.domain.people.Command;
import io.github.keymend.domain.people.Trigger.Call;
import io.github.keymend.domain.store.ConnectionState;
import io.github.keymend.domain.table.Cause;
import io.github.keymend.domain.table.Remedy;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Disconnect and Connect are one attempt: whatever would forbid the Connect is asked before the Disconnect. */
class GatesBeforeTheDisconnectTest {
  private final Story story = Story.external();

  @Test
  void anAttemptIsWrittenDownBeforeTheDisconnect() {
    // Given
    story.secretVersion("v1").repair("repair-1").seesFailedTwice("INVALID_CREDENTIALS");

    // When
    Diagnosis diagnosis = story.decidesAndDiagnoses();

    // Then
    assertThat(diagnosis.reason()).isNull();
    assertThat(story.incident().cause())
        .isEqualTo(new Cause(Cause.Kind.CODE, "INVALID_CREDENTIALS"));
    assertThat(story.incident().remedy()).isEqualTo(Remedy.CORRECT);
    assertThat(story.attempt().owesCorrection()).isTrue();
    assertThat(story.attempt().secretVersion()).isEqualTo("v1");
    assertThat(story.item().daily().on(story.now())).isEqualTo(1);
  }

  @Test
  void disconnectedByUsACorrectionThatIsOwedComesFirst() {
    // Given
    story.secretVersion("v1").disconnectedByUs("INVALID_CREDENTIALS");

    // Then
    assertThat(story.decides()).isEqualTo(new Next.Correct(1));
  }

  @Test
  void disconnectedByUsWithNothingOwedIsConnected() {
    // Given
    story.disconnectedByUs("INTERNAL_ERROR");

    // Then
    assertThat(story.decides()).isEqualTo(new Next.Connect(1));
  }

  @Test
  void fromDisconnectedARemedyNeverStartsAtDisconnect() {
    // Given
    story.disconnectedByUs("INTERNAL_ERROR");
    story.calls(Act.CONNECT).refused(Act.CONNECT, "ThrottlingException");

    // When
    Diagnosis diagnosis = story.decidesAndDiagnoses();

    // Then
    assertThat(diagnosis.state()).isEqualTo(ConnectionState.DISCONNECTED);
    assertThat(story.attempt().stage()).isEqualTo(Stage.DISCONNECTED);
  }

  @Test
  void observeMode() {
    assertThat(story
            .observing()
            .seesFailedTwice("INTERNAL_ERROR")
            .decidesAndDiagnoses()
            .reason())
        .isEqualTo(ParkReason.OBSERVING);
  }

  @Test
  void aStoreOutOfCare() {
    assertThat(story
            .seesFailedTwice("INTERNAL_ERROR")
            .hasIncident()
            .outOfCare()
            .decidesAndDiagnoses()
            .reason())
        .isEqualTo(ParkReason.NOT_IN_CARE);
  }

  @Test
  void aStoreThatIsExcluded() {
    assertThat(story
            .seesFailedTwice("INTERNAL_ERROR")
            .hasIncident()
            .excluded()
            .decidesAndDiagnoses()
            .reason())
        .isEqualTo(ParkReason.NOT_IN_CARE);
  }

  @Test
  void theBreaker() {
    assertThat(story
            .breakerOpens()
            .seesFailedTwice("INTERNAL_ERROR")
            .decidesAndDiagnoses()
            .reason())
        .isEqualTo(ParkReason.BREAKER_OPEN);
  }

  @Test
  void aStop() {
    assertThat(story
            .commanded(Command.STOP)
            .seesFailedTwice("INTERNAL_ERROR")
            .decidesAndDiagnoses()
            .reason())
        .isEqualTo(ParkReason.STOPPED);
  }

  @Test
  void grace() {
    assertThat(story
            .foreign(Call.CONNECT)
            .seesFailedTwice("INTERNAL_ERROR")
            .decidesAndDiagnoses()
            .reason())
        .isEqualTo(ParkReason.GRACE);
  }

  @Test
  void theDailyCap() {
    // Given
    DailyCount count = DailyCount.ZERO;
    for (int i = 0; i < 9; i++) {
      count = count.plusOne(story.now());
    }
    story.remembers(story.item().withDaily(count));

    // When
    Diagnosis diagnosis = story.seesFailedTwice("INTERNAL_ERROR").decidesAndDiagnoses();

    // Then
    assertThat(diagnosis.reason()).isEqualTo(ParkReason.DAILY_CAP_REACHED);
    assertThat(diagnosis.due()).isEqualTo(Instant.parse("2026-03-02T00:00:00Z"));
  }

  @Test
  void theBudgetOfTheRow() {
    // Given INTERNAL_ERROR has three attempts
    for (int i = 1; i <= 3; i++) {
      story.repair("repair-" + i).connectedByUs("INTERNAL_ERROR").seconds(5);
      story.sees(ConnectionState.CONNECTING).minutes(5);
    }

    // When
    Diagnosis diagnosis =
        story.repair("repair-4").seesFailedTwice("INTERNAL_ERROR").decidesAndDiagnoses();

    // Then
    assertThat(diagnosis.reason()).isEqualTo(ParkReason.BUDGET_SPENT);
    assertThat(story.incident().attempts()).isEqualTo(3);
  }

  @Test
  void theOperatorsBudget() {
    // Given
    story.attempts(1).repair("repair-1").connectedByUs("INTERNAL_ERROR").seconds(5);
    story.sees(ConnectionState.CONNECTING).minutes(5);

    // Then
    assertThat(story.seesFailedTwice("INTERNAL_ERROR").decidesAndDiagnoses().reason())
        .isEqualTo(ParkReason.BUDGET_SPENT);
  }

  @Test
  void noSecretIsNamed() {
    assertThat(
            story.seesFailedTwice("INVALID_CREDENTIALS").decidesAndDiagnoses().reason())
        .isEqualTo(ParkReason.NO_SECRET_NAMED);
  }

  @Test
  void theSecretHasNoVersionThatMayBeTried() {
    assertThat(story
            .secretNamed()
            .seesFailedTwice("INVALID_CREDENTIALS")
            .decidesAndDiagnoses()
            .reason())
        .isEqualTo(ParkReason.NO_NEW_SECRET);
  }

  @Test
  void theGuard() {
    Story hsm = Story.cloudHsm().seesFailedTwice("USER_LOCKED_OUT");
    assertThat(hsm.decidesAndDiagnoses().reason()).isEqualTo(ParkReason.ONLY_A_PERSON_CONNECTS);
  }

  @Test
  void theDeadlineOfTheRepair() {
    // Given an attempt may take 36 minutes, and this repair has 35 left for it
    story.repair("repair-1").minutes(20);

    // When
    Diagnosis diagnosis = story.seesFailedTwice("INTERNAL_ERROR").decidesAndDiagnoses();

    // Then it parks, due when the attempt can begin
    assertThat(diagnosis.reason()).isEqualTo(ParkReason.CONTINUES_LATER);
    assertThat(diagnosis.due()).isEqualTo(Instant.parse("2026-03-01T10:21:00Z"));
    assertThat(story.item().daily().on(story.now())).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"stop", "observe", "grace", "out of care", "excluded", "breaker"})
  void whateverChangesAfterTheDecisionIsAskedAgainBeforeTheCall(String change) {
    // Given
    story.repair("repair-1").seesFailedTwice("INTERNAL_ERROR");
    story.after(story.decidesAndDiagnoses().pause()).seesFailed("INTERNAL_ERROR");
    assertThat(story.intends(Act.DISCONNECT)).isTrue();

    // When
    switch (change) {
      case "stop" -> story.commanded(Command.STOP);
      case "observe" -> story.observing();
      case "grace" -> story.foreign(Call.UPDATE);
      case "excluded" -> story.excluded();
      case "breaker" -> story.breakerOpens();
      default -> story.outOfCare();
    }

    // Then
    assertThat(story.confirms(Act.DISCONNECT)).isFalse();
  }

  @Test
  void thePauseBeforeAnAttemptIsWaitedForInStepsAndCountsOnce() {
    // Given three minutes of pause for NETWORK_ERRORS, from when FAILED was first seen
    story.repair("repair-1").seesFailedTwice("NETWORK_ERRORS");
    assertThat(story.decidesAndDiagnoses().pause()).hasSeconds(170);

    // When
    Next waiting = story.seconds(30).seesFailed("NETWORK_ERRORS").decides();
    story.seconds(140).seesFailed("NETWORK_ERRORS");
    Diagnosis diagnosis = story.decidesAndDiagnoses();

    // Then
    assertThat(waiting).isEqualTo(new Next.Wait(Duration.ofSeconds(30)));
    assertThat(diagnosis.pause()).isZero();
    assertThat(diagnosis.attempt()).isEqualTo(1);
    assertThat(story.incident().attempts()).isEqualTo(1);
    assertThat(story.item().daily().on(story.now())).isEqualTo(1);
  }
}
