package io.github.keymend.domain.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keymend.domain.Story;
import io.github.keymend.domain.incident.Act;
import io.github.keymend.domain.incident.Attempt.Stage;
import io.github.keymend.domain.incident.Ours;
import io.github.keymend.domain.incident.Outcome;
import io.github.keymend.domain.people.Command;
import io.github.keymend.domain.store.ConnectionState;
import io.github.keymend.domain.table.Remedy;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How an act is made: intent, look, one call, outcome. */
class OneCallPerIntentTest {
  private final Story story = Story.external();

  @Test
  void theIntentIsWrittenBeforeTheCall() {
    // Given
    decidedToDisconnect();

    // When
    assertThat(story.intends(Act.DISCONNECT)).isTrue();

    // Then
    assertThat(story.intent().id()).isEqualTo("1/1/DISCONNECT");
    assertThat(story.intent().outcome()).isNull();
    assertThat(story.item().ours()).isEqualTo(Ours.INTENDED);
  }

  @ParameterizedTest
  @EnumSource(names = {"DISCONNECT", "CONNECT"})
  void anInvocationThatFindsItsOwnIntentWithoutAnOutcomeNeverCallsAgain(Act act) {
    // Given the function died after its call, and Step Functions invokes it again
    if (act == Act.DISCONNECT) {
      decidedToDisconnect();
    } else {
      story.repair("repair-1").disconnectedByUs("INTERNAL_ERROR");
    }
    story.calls(act).seconds(70);

    // Then
    assertThat(story.intends(act, 1)).isFalse();
  }

  @Test
  void anInvocationThatDiedBeforeItsCallDoesNotCallAgainEither() {
    // Given it wrote the intent, and nothing else is known
    decidedToDisconnect();
    assertThat(story.intends(Act.DISCONNECT)).isTrue();

    // Then
    assertThat(story.seconds(70).intends(Act.DISCONNECT)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(names = {"ACCEPTED", "UNKNOWN"})
  void anActThatEndedIsNotMadeAgain(Outcome outcome) {
    // Given
    decidedToDisconnect();
    story.calls(Act.DISCONNECT).ends(Act.DISCONNECT, outcome);

    // Then
    assertThat(story.seconds(5).intends(Act.DISCONNECT, 1)).isFalse();
  }

  @Test
  void anActThatWasNotMadeMayBeMadeAfterAnotherLook() {
    // Given the last look showed a stale CONNECTED
    decidedToDisconnect();
    assertThat(story.intends(Act.DISCONNECT)).isTrue();
    story.sees(ConnectionState.DISCONNECTING);
    assertThat(story.confirms(Act.DISCONNECT)).isFalse();
    story.ends(Act.DISCONNECT, Outcome.NOT_MADE).seconds(5).seesFailedTwice("INTERNAL_ERROR");

    // Then
    assertThat(story.intends(Act.DISCONNECT)).isTrue();
    assertThat(story.confirms(Act.DISCONNECT)).isTrue();
  }

  @Test
  void ifFailedHasStoodForTenMinutesAfterADisconnectTheAttemptIsUsedUpAndVoid() {
    // Given the function died; FAILED still stands
    decidedToDisconnect();
    story.calls(Act.DISCONNECT).minutes(3).repair("repair-2");
    story.minutes(7).seesFailed("INTERNAL_ERROR");

    // When
    Diagnosis next = story.decidesAndDiagnoses();

    // Then
    assertThat(story.item().ours()).isEqualTo(Ours.NONE);
    assertThat(next.attempt()).isEqualTo(2);
    assertThat(story.incident().spent(Remedy.RETRY)).isEqualTo(2);
  }

  @Test
  void theSameHoldsForAnAttemptThatDiedBeforeItsCall() {
    // Given the intent was written, and whether the call was made nobody knows
    decidedToDisconnect();
    assertThat(story.intends(Act.DISCONNECT)).isTrue();
    story.minutes(3).repair("repair-2").minutes(7).seesFailed("INTERNAL_ERROR");

    // Then
    assertThat(story.decidesAndDiagnoses().attempt()).isEqualTo(2);
  }

  @Test
  void ifDisconnectedHasStoodForTenMinutesAfterAnUnknownConnectTheAttemptIsUsedUpAndVoid() {
    // Given
    story.disconnectedByUs("INTERNAL_ERROR").calls(Act.CONNECT).ends(Act.CONNECT, Outcome.UNKNOWN);

    // When
    story.minutes(9).sees(ConnectionState.DISCONNECTED);
    assertThat(story.decides()).isEqualTo(new Next.Wait(Duration.ofSeconds(30)));
    story.minutes(1).sees(ConnectionState.DISCONNECTED).repair("repair-2");
    Diagnosis next = story.decidesAndDiagnoses();

    // Then it is still known to be ours, so the next attempt starts at Connect
    assertThat(story.item().ours()).isEqualTo(Ours.OURS);
    assertThat(next.attempt()).isEqualTo(2);
    assertThat(story.attempt().stage()).isEqualTo(Stage.DISCONNECTED);
  }

  @Test
  void anUpdateWhoseOutcomeIsUnknownIsRepeatedWithTheSameVersionOnce() {
    // Given
    owesACorrection();
    story.calls(Act.CORRECT).ends(Act.CORRECT, Outcome.UNKNOWN).seconds(5);
    story.sees(ConnectionState.DISCONNECTED);
    assertThat(story.decides()).isEqualTo(new Next.Correct(1));

    // When
    story.calls(Act.CORRECT).ends(Act.CORRECT, Outcome.UNKNOWN);

    // Then
    assertThat(story.incident().attempt()).isNull();
    assertThat(story.decides()).isEqualTo(new Next.Diagnose());
  }

  @Test
  void anUpdateThatDiedIsRepeatedOnceByTheRepairThatTakesOver() {
    // Given
    owesACorrection();
    story.calls(Act.CORRECT).minutes(2).repair("repair-2").sees(ConnectionState.DISCONNECTED);
    assertThat(story.decides()).isEqualTo(new Next.Correct(1));

    // When
    story.calls(Act.CORRECT).ends(Act.CORRECT, Outcome.UNKNOWN);

    // Then
    assertThat(story.incident().attempt()).isNull();
  }

  @Test
  void anUpdateThatMayStillBeMadeByAnInvocationThatWasGivenUpIsNotRepeatedYet() {
    // Given
    owesACorrection();
    story.calls(Act.CORRECT).seconds(30);

    // Then
    assertThat(story.intends(Act.CORRECT)).isFalse();
    story.seconds(90);
    assertThat(story.intends(Act.CORRECT)).isTrue();
  }

  @Test
  void aRepeatedUpdateThatIsAcceptedGoesOn() {
    // Given
    owesACorrection();
    story.calls(Act.CORRECT).ends(Act.CORRECT, Outcome.UNKNOWN).seconds(5);

    // When
    story.sees(ConnectionState.DISCONNECTED).makes(Act.CORRECT);

    // Then
    assertThat(story.attempt().stage()).isEqualTo(Stage.CORRECTED);
    assertThat(story.seconds(5).decides()).isEqualTo(new Next.Connect(1));
  }

  @ParameterizedTest
  @EnumSource(names = {"CONNECTED", "CONNECTING", "FAILED", "DISCONNECTING"})
  void onlyADisconnectedStoreIsConnected(ConnectionState state) {
    // Given
    story.disconnectedByUs("INTERNAL_ERROR");
    assertThat(story.intends(Act.CONNECT)).isTrue();

    // When
    story.seconds(1).sees(state);

    // Then
    assertThat(story.confirms(Act.CONNECT)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(names = {"CONNECTED", "CONNECTING", "FAILED", "DISCONNECTING"})
  void onlyADisconnectedStoreIsCorrected(ConnectionState state) {
    // Given
    owesACorrection();
    assertThat(story.intends(Act.CORRECT)).isTrue();

    // When
    story.seconds(1).sees(state);

    // Then
    assertThat(story.confirms(Act.CORRECT)).isFalse();
  }

  @Test
  void aConnectThatWasNotMadeMayBeMadeAfterAnotherLook() {
    // Given
    story.disconnectedByUs("INTERNAL_ERROR");
    assertThat(story.intends(Act.CONNECT)).isTrue();
    story.sees(ConnectionState.DISCONNECTING).ends(Act.CONNECT, Outcome.NOT_MADE);

    // When
    story.seconds(5).sees(ConnectionState.DISCONNECTED);

    // Then
    assertThat(story.decides()).isEqualTo(new Next.Connect(1));
    assertThat(story.intends(Act.CONNECT)).isTrue();
  }

  @Test
  void noStepOvertakesTheStepBeforeIt() {
    // Given a correction is owed
    owesACorrection();

    // Then
    assertThat(story.intends(Act.DISCONNECT)).isFalse();
    assertThat(story.intends(Act.CONNECT)).isFalse();
  }

  @Test
  void anAttemptThatWasDecidedWhileFailedGoesOnFromDisconnectedWithALaterCommand() {
    // Given somebody disconnected the store before we did, and then said resume
    decidedToDisconnect();
    story.seconds(5).sees(ConnectionState.DISCONNECTED).seconds(30).commanded(Command.RESUME);

    // When
    Next next = story.seconds(5).sees(ConnectionState.DISCONNECTED).decides();

    // Then it does not try to disconnect again and again
    assertThat(next).isEqualTo(new Next.Connect(1));
    assertThat(story.intends(Act.CONNECT)).isTrue();
  }

  private void decidedToDisconnect() {
    story.repair("repair-1").seesFailedTwice("INTERNAL_ERROR");
    story.after(story.decidesAndDiagnoses().pause()).seesFailed("INTERNAL_ERROR");
  }

  private void owesACorrection() {
    story.secretVersion("v1").repair("repair-1").disconnectedByUs("INVALID_CREDENTIALS");
  }
}
