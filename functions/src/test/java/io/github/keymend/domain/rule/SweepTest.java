package io.github.keymend.domain.rule;

import static io.github.keymend.domain.rule.Sweeping.Verdict.NOTHING;
import static io.github.keymend.domain.rule.Sweeping.Verdict.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keymend.domain.Story;
import io.github.keymend.domain.incident.Act;
import io.github.keymend.domain.incident.Opening;
import io.github.keymend.domain.incident.ParkReason;
import io.github.keymend.domain.people.Command;
import io.github.keymend.domain.store.ConnectionState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** For which stores the sweep starts a repair. */
class SweepTest {
  private final Story story = Story.external();

  @Test
  void aStoreThatIsFailedWithoutAnIncident() {
    assertThat(story.seesFailed("INTERNAL_ERROR").sweeps(OwnerStatus.UNKNOWN)).isEqualTo(START);
  }

  @ParameterizedTest
  @EnumSource(names = {"CONNECTED", "CONNECTING", "DISCONNECTED", "DISCONNECTING"})
  void noStoreThatIsWell(ConnectionState state) {
    assertThat(story.sees(state).sweeps(OwnerStatus.UNKNOWN)).isEqualTo(NOTHING);
  }

  @ParameterizedTest
  @CsvSource({"CONNECTING, 25", "DISCONNECTING, 10"})
  void aStoreThatIsStuckWithoutAnIncident(ConnectionState state, int minutes) {
    assertThat(story.sees(state).minutes(minutes).sees(state).sweeps(OwnerStatus.UNKNOWN))
        .isEqualTo(START);
  }

  @ParameterizedTest
  @EnumSource(names = {"RUNNING", "UNKNOWN"})
  void noStoreThatALiveRepairHolds(OwnerStatus owner) {
    // Given
    story.repair("repair-1").seesFailedTwice("INTERNAL_ERROR").decides();

    // Then
    assertThat(story.sweeps(owner)).isEqualTo(NOTHING);
  }

  @ParameterizedTest
  @EnumSource(names = {"SUCCEEDED", "BROKEN", "ABORTED"})
  void anIncidentWhoseRepairHasEndedWithoutParkingIt(OwnerStatus owner) {
    // Given
    story.repair("repair-1").seesFailedTwice("INTERNAL_ERROR").decides();

    // Then
    assertThat(story.sweeps(owner)).isEqualTo(START);
  }

  @Test
  void anIncidentWhoseRepairDiedBetweenDisconnectAndConnect() {
    // Given rule 7: a crash in between is resumed
    story.repair("repair-1").disconnectedByUs("INTERNAL_ERROR");

    // Then
    assertThat(story.sweeps(OwnerStatus.BROKEN)).isEqualTo(START);
  }

  @Test
  void anAttemptThatDiedAfterItsRestIsResumed() {
    // Given it was parked with an attempt decided, was taken up again and died before its act
    story.repair("repair-1").seesFailedTwice("INTERNAL_ERROR");
    story.after(story.decidesAndDiagnoses().pause()).seesFailed("INTERNAL_ERROR");
    story.parks(ParkReason.NO_PROGRESS);
    story.minutes(20).repair("repair-2").seesFailed("INTERNAL_ERROR").decidesAndDiagnoses();

    // Then
    assertThat(story.sweeps(OwnerStatus.BROKEN)).isEqualTo(START);
    assertThat(story.intends(Act.DISCONNECT)).isTrue();
  }

  @Test
  void aParkedIncidentThatIsDue() {
    // Given
    story.repair("repair-1").seesFailedTwice("INTERNAL_ERROR").decides();
    story.rests(ParkReason.GRACE, story.now().plusSeconds(300));

    // Then
    assertThat(story.seconds(299).sweeps(OwnerStatus.UNKNOWN)).isEqualTo(NOTHING);
    assertThat(story.seconds(1).sweeps(OwnerStatus.UNKNOWN)).isEqualTo(START);
  }

  @Test
  void noParkedIncidentThatIsAsItWas() {
    // Given
    parked();

    // Then
    assertThat(story.minutes(600).seesFailed("XKS_PROXY_ACCESS_DENIED").sweeps(OwnerStatus.UNKNOWN))
        .isEqualTo(NOTHING);
  }

  @Test
  void aParkedIncidentWhoseStateIsAnother() {
    // Given
    parked();

    // Then
    assertThat(story.minutes(5).sees(ConnectionState.DISCONNECTED).sweeps(OwnerStatus.UNKNOWN))
        .isEqualTo(START);
  }

  @Test
  void aParkedIncidentWhoseCodeIsAnother() {
    // Given
    parked();

    // Then
    assertThat(story.minutes(5).seesFailed("INTERNAL_ERROR").sweeps(OwnerStatus.UNKNOWN))
        .isEqualTo(START);
  }

  @Test
  void aParkedIncidentWhoseStoreIsGone() {
    // Given
    parked();
    story.seesItMissing();

    // Then
    assertThat(story.minutes(9).seesItMissing().sweeps(OwnerStatus.UNKNOWN)).isEqualTo(NOTHING);
    assertThat(story.minutes(1).seesItMissing().sweeps(OwnerStatus.UNKNOWN)).isEqualTo(START);
  }

  @Test
  void aStoreWithANoteThatNobodyHasRead() {
    // Given the repair ended a moment after the note was left
    story.repair("repair-1").sees(ConnectionState.DISCONNECTED);
    story.opens("repair-2", story.command(Command.CONNECT, story.now()), OwnerStatus.RUNNING);

    // Then
    assertThat(story.sweeps(OwnerStatus.SUCCEEDED)).isEqualTo(START);
  }

  @Test
  void everyLookIsRecordedWithSinceWhen() {
    // Given
    story.sees(ConnectionState.CONNECTING).minutes(5).sees(ConnectionState.CONNECTING);

    // Then
    assertThat(story.item().lastSeen().since()).isEqualTo(Story.START);
    assertThat(story.item().lastSeen().stoodFor()).hasMinutes(5);
  }

  private void parked() {
    story.repair("repair-1").seesFailedTwice("XKS_PROXY_ACCESS_DENIED").decidesAndDiagnoses();
    story.parks(ParkReason.WAITING_FOR_THE_CAUSE);
  }

  @Test
  void givingUpOnAFailedStoreTellsItsCause() {
    // Given repairs died before any of them opened an incident
    story.seesFailedTwice("INTERNAL_ERROR").givesUp();

    // Then
    assertThat(story.incident().opening()).isEqualTo(Opening.FAILED);
    assertThat(story.letter().body()).contains("Cause: INTERNAL_ERROR. KMS failed inside.");
  }

  @Test
  void givingUpOnAStuckStoreOpensItAsStuck() {
    // Given
    story
        .sees(ConnectionState.CONNECTING)
        .minutes(25)
        .sees(ConnectionState.CONNECTING)
        .givesUp();

    // Then
    assertThat(story.incident().opening()).isEqualTo(Opening.STUCK);
    assertThat(story.incident().cause()).isNull();
  }

  @ParameterizedTest
  @EnumSource(names = {"CONTINUES_LATER", "UNEXPECTED"})
  void aRestWithoutAnOutcomeDoesNotEndTheCountOfStarts(ParkReason reason) {
    // Given
    story.seesFailedTwice("INTERNAL_ERROR").decidesAndDiagnoses();
    story.remembers(story.item().withStartsWithoutOutcome(2));

    // When
    story.parks(reason);

    // Then
    assertThat(story.item().startsWithoutOutcome()).isEqualTo(2);
  }

  @Test
  void aRestWithAnOutcomeEndsTheCountOfStarts() {
    // Given
    story.seesFailedTwice("XKS_PROXY_INVALID_CONFIGURATION").decidesAndDiagnoses();
    story.remembers(story.item().withStartsWithoutOutcome(2));

    // When
    story.parks(ParkReason.ASKED_A_PERSON);

    // Then
    assertThat(story.item().startsWithoutOutcome()).isZero();
  }
}
