package io.github.keymend.domain.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keymend.domain.Story;
import io.github.keymend.domain.incident.Act;
import io.github.keymend.domain.incident.Outcome;
import io.github.keymend.domain.incident.ParkReason;
import io.github.keymend.domain.people.Command;
import io.github.keymend.domain.people.Trigger.Call;
import io.github.keymend.domain.store.ConnectionState;
import io.github.keymend.domain.table.Remedy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** An attempt is counted once, used up once, and taken up where it was left. */
class AttemptsTest {
  private final Story story = Story.external();

  @Test
  void aDisconnectThatCameToNothingUsesUpOneAttempt() {
    // Given FAILED still stands 10 minutes after a disconnect whose outcome is unknown
    failedAndDecided();
    story.calls(Act.DISCONNECT).ends(Act.DISCONNECT, Outcome.UNKNOWN);
    story.minutes(10).seesFailed("INTERNAL_ERROR").decidesAndDiagnoses();
    assertThat(story.attempt().number()).isEqualTo(2);

    // When it is looked at again
    story.minutes(5).seesFailed("INTERNAL_ERROR").decidesAndDiagnoses();

    // Then
    assertThat(story.attempt().number()).isEqualTo(2);
  }

  @Test
  void aDiagnosisThatIsRepeatedKeepsTheAttemptAndTheRestOfItsPause() {
    // Given
    story.repair("repair-1").seesFailedTwice("INTERNAL_ERROR");
    Duration pause = story.decidesAndDiagnoses().pause();

    // When
    Diagnosis again = story.seconds(20).diagnoses();

    // Then
    assertThat(again.attempt()).isEqualTo(1);
    assertThat(again.pause()).isEqualTo(pause.minusSeconds(20));
  }

  @Test
  void aPauseThatIsOverIsNotMadeUpFor() {
    // Given
    story.repair("repair-1").seesFailedTwice("INTERNAL_ERROR");
    Duration pause = story.decidesAndDiagnoses().pause();

    // When
    story.after(pause).seconds(20);

    // Then
    assertThat(story.diagnoses().pause()).isZero();
  }

  @Test
  void aCommandEndsThePauseOfTheAttemptUnderWay() {
    // Given
    story.repair("repair-1").seesFailedTwice("INTERNAL_ERROR");
    assertThat(story.decidesAndDiagnoses().pause()).isPositive();

    // When
    story.seconds(1).commanded(Command.RESUME);
    Diagnosis diagnosis = story.decidesAndDiagnoses();

    // Then
    assertThat(diagnosis.pause()).isZero();
    assertThat(diagnosis.attempt()).isEqualTo(1);
  }

  @Test
  void aGraceDuringThePauseCountsForTheSixtyMinutes() {
    // Given
    story.repair("repair-1").seesFailedTwice("INTERNAL_ERROR").decidesAndDiagnoses();

    // When
    story.seconds(5).foreign(Call.UPDATE).decides();
    Diagnosis diagnosis = story.diagnoses();

    // Then
    assertThat(diagnosis.reason()).isEqualTo(ParkReason.GRACE);
    assertThat(diagnosis.due()).isEqualTo(story.now().plus(Duration.ofMinutes(10)));
    assertThat(story.incident().graceSince()).isEqualTo(story.now());
  }

  @Test
  void aStopDuringThePauseStartsNoGrace() {
    // Given
    story.repair("repair-1").seesFailedTwice("INTERNAL_ERROR").decidesAndDiagnoses();

    // When
    story.observing().seconds(5).decides();
    Diagnosis diagnosis = story.diagnoses();

    // Then
    assertThat(diagnosis.reason()).isEqualTo(ParkReason.OBSERVING);
    assertThat(story.incident().graceSince()).isNull();
  }

  @Test
  void aGraceAfterOurDisconnectCountsForTheSixtyMinutes() {
    // Given
    story.disconnectedByUs("INTERNAL_ERROR");

    // When
    story.foreign(Call.UPDATE);

    // Then
    assertThat(story.decides())
        .isEqualTo(new Next.Park(ParkReason.GRACE, story.now().plus(Duration.ofMinutes(10))));
    assertThat(story.incident().graceSince()).isEqualTo(story.now());
  }

  @Test
  void aDisconnectOfUnknownOriginIsLeftAloneWhileSomebodyIsAtWork() {
    // Given
    disconnectedByWhom();

    // When
    story.foreign(Call.UPDATE);

    // Then
    assertThat(story.decides())
        .isEqualTo(new Next.Park(ParkReason.GRACE, story.now().plus(Duration.ofMinutes(10))));
  }

  @Test
  void aDisconnectOfUnknownOriginIsToldInObserveModeToo() {
    // Given
    disconnectedByWhom();

    // When
    story.observing();

    // Then
    assertThat(story.decides()).isEqualTo(new Next.Park(ParkReason.DISCONNECTED_BY_WHOM, null));
  }

  @Test
  void aConnectThatWasNotMadeLeavesTheCorrectionMade() {
    // Given
    story.secretVersion("v1").disconnectedByUs("INVALID_CREDENTIALS").makes(Act.CORRECT);
    assertThat(story.intends(Act.CONNECT)).isTrue();

    // When
    story.ends(Act.CONNECT, Outcome.NOT_MADE).sees(ConnectionState.DISCONNECTED);

    // Then
    assertThat(story.decides()).isEqualTo(new Next.Connect(1));
  }

  @Test
  void aKmsuserPasswordIsTriedOnceEvenIfItsConnectTookNoEffect() {
    // Given
    Story hsm =
        Story.cloudHsm().repair("repair-1").seesFailed("INVALID_CREDENTIALS").seconds(5);
    hsm.secretVersion("v1").disconnectedByUs("INVALID_CREDENTIALS").makes(Act.CORRECT);
    hsm.calls(Act.CONNECT).ends(Act.CONNECT, Outcome.UNKNOWN);

    // When
    hsm.minutes(11).sees(ConnectionState.DISCONNECTED);

    // Then
    assertThat(hsm.decidesAndDiagnoses().reason()).isEqualTo(ParkReason.NO_NEW_SECRET);
    assertThat(hsm.item().guard().mayConnect()).isFalse();
  }

  @Test
  void aCommandConnectsWithTheCredentialThatAPersonHasCorrected() {
    // Given
    story.secretNamed().repair("repair-1").seesFailedTwice("INVALID_CREDENTIALS");
    assertThat(story.decidesAndDiagnoses().reason()).isEqualTo(ParkReason.NO_NEW_SECRET);
    story.parks(ParkReason.NO_NEW_SECRET);

    // When
    story.minutes(1).commanded(Command.RESUME).repair("repair-2").seesFailed("INVALID_CREDENTIALS");
    Diagnosis diagnosis = story.decidesAndDiagnoses();

    // Then
    assertThat(diagnosis.reason()).isNull();
    assertThat(diagnosis.remedy()).isEqualTo(Remedy.RETRY);
  }

  @Test
  void aCommandStillCorrectsWhereANewSecretIsThere() {
    // Given
    story
        .secretVersion("v1")
        .repair("repair-1")
        .seesFailedTwice("INVALID_CREDENTIALS")
        .decides();

    // When
    story.seconds(1).commanded(Command.RESUME);
    Diagnosis diagnosis = story.diagnoses();

    // Then
    assertThat(diagnosis.remedy()).isEqualTo(Remedy.CORRECT);
    assertThat(story.attempt().secretVersion()).isEqualTo("v1");
  }

  @Test
  void onlyAnActThatWasMadeIsANewOutcome() {
    // Given
    failedAndDecided();
    story.remembers(story.item().withStartsWithoutOutcome(2));
    assertThat(story.intends(Act.DISCONNECT)).isTrue();

    // Then
    story.ends(Act.DISCONNECT, Outcome.NOT_MADE);
    assertThat(story.item().startsWithoutOutcome()).isEqualTo(2);
    story.makes(Act.DISCONNECT);
    assertThat(story.item().startsWithoutOutcome()).isZero();
  }

  private void failedAndDecided() {
    story.repair("repair-1").seesFailedTwice("INTERNAL_ERROR");
    story.after(story.decidesAndDiagnoses().pause()).seesFailed("INTERNAL_ERROR");
  }

  private void disconnectedByWhom() {
    failedAndDecided();
    story.calls(Act.DISCONNECT).ends(Act.DISCONNECT, Outcome.UNKNOWN);
    story.minutes(3).sees(ConnectionState.DISCONNECTED);
  }
}
