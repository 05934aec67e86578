package io.github.keymend.domain.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keymend.domain.Story;
import io.github.keymend.domain.incident.Act;
import io.github.keymend.domain.incident.Claim;
import io.github.keymend.domain.incident.Outcome;
import io.github.keymend.domain.incident.ParkReason;
import io.github.keymend.domain.incident.StoreItem;
import io.github.keymend.domain.people.Command;
import io.github.keymend.domain.people.Trigger;
import io.github.keymend.domain.people.Trigger.Call;
import io.github.keymend.domain.store.ConnectionState;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rule 4: one repair per store at a time, whatever triggers arrive, however often and in whatever order. */
class ClaimTest {
  private final Story story = Story.external();

  @Test
  void aTriggerThatFindsALiveClaimLeavesANoteAndEnds() {
    // Given
    story.repair("repair-1");

    // When
    boolean claimed = story.opens("repair-2", OwnerStatus.RUNNING);

    // Then
    assertThat(claimed).isFalse();
    assertThat(story.execution()).isEqualTo("repair-1");
    assertThat(story.item().notes()).hasSize(1);
    assertThat(story.item().fence()).isEqualTo(1);
  }

  @Test
  void theSameTriggerTwiceLeavesOneNote() {
    // Given an event that EventBridge delivers twice
    story.repair("repair-1");
    Trigger event = story.call(Call.UPDATE, Story.START);

    // When
    story.opens("repair-2", event, OwnerStatus.RUNNING);
    story.opens("repair-3", event, OwnerStatus.RUNNING);

    // Then
    assertThat(story.item().notes()).containsExactly(event);
  }

  @Test
  void aRepeatedStepFindsItsOwnClaim() {
    // Given
    story.repair("repair-1");

    // When
    boolean claimed = story.opens("repair-1", OwnerStatus.RUNNING);

    // Then
    assertThat(claimed).isTrue();
    assertThat(story.item().fence()).isEqualTo(1);
    assertThat(story.item().notes()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"SUCCEEDED", "BROKEN", "ABORTED"})
  void anOwnerThatHasEndedIsTakenOverUnderANewFence(OwnerStatus ended) {
    // Given
    story.repair("repair-1");

    // Then
    assertThat(story.opens("repair-2", ended)).isTrue();
    assertThat(story.item().fence()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(names = {"RUNNING", "UNKNOWN"})
  void anOwnerThatIsNotKnownToHaveEndedKeepsItsClaim(OwnerStatus status) {
    // Given
    story.repair("repair-1").minutes(69);

    // Then
    assertThat(story.opens("repair-2", status)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(names = {"RUNNING", "UNKNOWN"})
  void aLeaseThatIsOverFreesTheClaim(OwnerStatus status) {
    // Given
    story.repair("repair-1").minutes(70);

    // Then
    assertThat(story.opens("repair-2", status)).isTrue();
  }

  /** It was given up and repeated, and goes on when the repair is over: nobody would ever give back what it claims. */
  @Test
  void aLateInvocationOfARepairThatIsOverClaimsNothing() {
    // Given
    story.seesFailedTwice("INTERNAL_ERROR").repair("repair-1").decides();
    story.parks(ParkReason.STOPPED);

    // When
    story.seconds(1).opens("repair-1", OwnerStatus.RUNNING);

    // Then
    assertThat(story.item().claim()).isNull();
  }

  @Test
  void theLeaseIsLongerThanARepair() {
    // Given
    story.repair("repair-1");

    // Then the workflow's own time-out is an hour
    assertThat(Duration.between(
            Story.START, Objects.requireNonNull(story.item().claim()).leaseUntil()))
        .isGreaterThan(Duration.ofMinutes(60));
  }

  @Test
  void aCallThatMayBeUnderWayKeepsTheClaimOfAnOwnerThatHasEnded() {
    // Given the execution timed out while its function was calling Disconnect
    decidedToDisconnect();
    story.calls(Act.DISCONNECT).minutes(1).seconds(59);

    // Then
    assertThat(story.opens("repair-2", OwnerStatus.BROKEN)).isFalse();
  }

  @Test
  void anIntentOlderThanAnyFunctionFreesTheClaim() {
    // Given
    decidedToDisconnect();
    story.calls(Act.DISCONNECT).minutes(2);

    // Then
    assertThat(story.opens("repair-2", OwnerStatus.BROKEN)).isTrue();
  }

  @Test
  void anActWithAnOutcomeIsNotUnderWay() {
    // Given
    decidedToDisconnect();
    story.makes(Act.DISCONNECT).seconds(1);

    // Then
    assertThat(story.opens("repair-2", OwnerStatus.BROKEN)).isTrue();
  }

  @Test
  void anotherAttemptsNumberMakesNoCall() {
    // Given
    decidedToDisconnect();

    // Then a step of an attempt before this one, or after it, comes to nothing
    assertThat(story.intends(Act.DISCONNECT, 0)).isFalse();
    assertThat(story.intends(Act.DISCONNECT, 2)).isFalse();
  }

  @Test
  void takingOverHearsTheNotesThatWereLeft() {
    // Given
    story.repair("repair-1").seesFailedTwice("INTERNAL_ERROR").decides();
    story.opens("repair-2", story.command(Command.STOP, story.now()), OwnerStatus.RUNNING);

    // When
    story.opens("repair-3", OwnerStatus.BROKEN);

    // Then
    assertThat(story.item().notes()).isEmpty();
    assertThat(story.item().people().stoppedAt()).isEqualTo(story.now());
  }

  @Test
  void anOwnerThatBrokeIsResumedFromWhereItWas() {
    // Given it broke after its disconnect
    story.repair("repair-1").disconnectedByUs("INTERNAL_ERROR").minutes(5);

    // When
    story.repair("repair-2").sees(ConnectionState.DISCONNECTED);

    // Then
    assertThat(story.decides()).isEqualTo(new Next.Connect(1));
  }

  @Test
  void theOutcomeOfAnActThatNobodyWaitsForAnyMoreChangesNothing() {
    // Given
    story.repair("repair-1").disconnectedByUs("INTERNAL_ERROR");
    String disconnect = story.intent().id();
    story.calls(Act.CONNECT);

    // When the disconnect's function comes back to life and writes its outcome
    var after =
        Outcomes.of(story.item(), Act.DISCONNECT, disconnect, Outcome.UNKNOWN, null, story.now());

    // Then
    assertThat(after).isEqualTo(story.item());
  }

  private void decidedToDisconnect() {
    story.repair("repair-1").seesFailedTwice("INTERNAL_ERROR");
    story.after(story.decidesAndDiagnoses().pause()).seesFailed("INTERNAL_ERROR");
  }

  @Test
  void twoTriggersLeaveTwoNotes() {
    // Given
    story.repair("repair-1");

    // When
    story.opens("repair-2", OwnerStatus.RUNNING);
    story.opens("repair-3", OwnerStatus.RUNNING);

    // Then
    assertThat(story.item().notes()).hasSize(2);
  }

  @Test
  void aClaimIsHeldByItsOwnerUnderItsFenceAlone() {
    // Given
    story.repair("repair-1");
    Claim claim = Objects.requireNonNull(story.item().claim());

    // Then
    assertThat(claim.isHeldBy("repair-1", 1)).isTrue();
    assertThat(claim.isHeldBy("repair-2", 1)).isFalse();
    assertThat(claim.isHeldBy("repair-1", 2)).isFalse();
  }

  @Test
  void anErrorWhileTheCallMayBeUnderWayKeepsTheClaim() {
    // Given the function that calls Disconnect has failed towards the workflow
    decidedToDisconnect();
    story.calls(Act.DISCONNECT).minutes(1).seconds(59);

    // Then
    assertThat(parkedAfterAnError().claim()).isNotNull();
    story.seconds(1);
    assertThat(parkedAfterAnError().claim()).isNull();
  }

  @Test
  void anErrorBeforeAnyActGivesTheClaimBack() {
    // Given
    story.repair("repair-1").seesFailedTwice("INTERNAL_ERROR").decidesAndDiagnoses();

    // Then
    assertThat(parkedAfterAnError().claim()).isNull();
  }

  @Test
  void theSweepFreesTheClaimOfTheDeadAlone() {
    // Given
    story.repair("repair-1");

    // Then
    assertThat(Sweeping.released(story.item(), OwnerStatus.RUNNING, story.now()))
        .isEqualTo(story.item());
    assertThat(Sweeping.released(story.item(), OwnerStatus.BROKEN, story.now()).claim())
        .isNull();
  }

  private StoreItem parkedAfterAnError() {
    return Settling.parkAfterAnError(story.item(), null, "", story.letters(), story.now());
  }
}
