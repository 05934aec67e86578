package io.github.keymend.domain.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keymend.domain.Story;
import io.github.keymend.domain.incident.Act;
import io.github.keymend.domain.incident.Opening;
import io.github.keymend.domain.incident.Ours;
import io.github.keymend.domain.incident.Outcome;
import io.github.keymend.domain.incident.ParkReason;
import io.github.keymend.domain.people.Command;
import io.github.keymend.domain.people.Trigger.Call;
import io.github.keymend.domain.store.ConnectionState;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** CloudTrail tells of a call minutes after it: what counts is when the call was made, and what came after it. */
class LateEventTest {
  private final Story story = Story.external();

  @Test
  void aForeignDisconnectIsHeardAlsoWhereAnOldConnectedIsSeenAfterIt() {
    // Given a person connects what we disconnected and disconnects it again, and only the last of
    // it is heard of; a late read shows what was in between
    story.repair("repair-1").disconnectedByUs("INTERNAL_ERROR").seconds(10);
    Instant call = story.now();
    story.seconds(5).sees(ConnectionState.CONNECTING).seconds(5);

    // When
    story.hears(story.call(Call.DISCONNECT, call));

    // Then
    assertThat(story.item().ours()).isEqualTo(Ours.NONE);
    story.minutes(10).seconds(10).sees(ConnectionState.DISCONNECTED);
    assertThat(story.decides()).isInstanceOf(Next.Park.class);
  }

  @Test
  void aCallBeforeACommandBringsNoGraceBackWhenItIsHeardLater() {
    // Given
    story.repair("repair-1").disconnectedByUs("INTERNAL_ERROR").seconds(10);
    Instant call = story.now();
    story.hears(story.call(Call.DISCONNECT, call)).seconds(20);
    story.commanded(Command.CONNECT).seconds(5);

    // When
    story.hears(story.call(Call.DISCONNECT, call)).seconds(5).sees(ConnectionState.DISCONNECTED);

    // Then
    assertThat(story.item().people().lastCall()).isNull();
    assertThat(story.item().people().consent()).isNotNull();
  }

  @Test
  void aForeignDisconnectBeforeOurAcceptedOneLeavesOursOurs() {
    // Given somebody disconnected and connected the failed store, it failed again, and we took it
    // down
    failedAndDecided();
    Instant call = story.now().minusSeconds(20);
    story.makes(Act.DISCONNECT).seconds(5).sees(ConnectionState.DISCONNECTED);

    // When
    story.hears(story.call(Call.DISCONNECT, call));

    // Then
    assertThat(story.item().ours()).isEqualTo(Ours.OURS);
    assertThat(story.incident().attempt()).isNotNull();
  }

  @Test
  void aForeignDisconnectBetweenOurDisconnectAndOurCorrectionIsSomebodyElses() {
    // Given the act that KMS accepted last is our correction
    story.secretVersion("v1").disconnectedByUs("INVALID_CREDENTIALS").seconds(5);
    Instant call = story.now();
    story.seconds(5).makes(Act.CORRECT);

    // When
    story.hears(story.call(Call.DISCONNECT, call));

    // Then
    assertThat(story.item().ours()).isEqualTo(Ours.NONE);
  }

  @Test
  void aForeignDisconnectBeforeTheFailureOfAStuckConnectTellsNothingOfNow() {
    // Given a stuck connect, which somebody ended and began anew, and which failed
    story.repair("repair-1").sees(ConnectionState.CONNECTING).minutes(25);
    story.sees(ConnectionState.CONNECTING).decides();
    story.parks(ParkReason.STUCK);
    assertThat(story.incident().opening()).isEqualTo(Opening.STUCK);
    Instant call = story.minutes(1).now();
    story.minutes(4).repair("repair-2").seesFailedTwice("INTERNAL_ERROR");
    story.after(story.decidesAndDiagnoses().pause()).seesFailed("INTERNAL_ERROR");
    story.calls(Act.DISCONNECT).ends(Act.DISCONNECT, Outcome.UNKNOWN);
    story.minutes(5).sees(ConnectionState.DISCONNECTED);

    // When
    story.hears(story.call(Call.DISCONNECT, call));

    // Then whether it was we is as unknown as before
    assertThat(story.item().ours()).isEqualTo(Ours.UNKNOWN);
  }

  @Test
  void aForeignDisconnectBeforeTheIncidentTellsNothingOfARefusedCorrection() {
    // Given
    Instant call = story.now();
    story.minutes(1).secretVersion("v1").repair("repair-1");
    story.disconnectedByUs("INVALID_CREDENTIALS").calls(Act.CORRECT);
    story.refused(Act.CORRECT, "XksProxyIncorrectAuthenticationCredentialException");
    story.seconds(5).sees(ConnectionState.DISCONNECTED);

    // When
    story.hears(story.call(Call.DISCONNECT, call));

    // Then
    assertThat(story.item().ours()).isEqualTo(Ours.OURS);
  }

  @Test
  void aForeignDisconnectBeforeOursTellsNothingOfARefusedConnect() {
    // Given somebody tries to disconnect what is FAILED, then we do
    story.repair("repair-1").seesFailedTwice("INTERNAL_ERROR").decides();
    Instant call = story.minutes(1).now();
    story.minutes(1).disconnectedByUs("INTERNAL_ERROR").calls(Act.CONNECT);
    story.refused(Act.CONNECT, "CloudHsmClusterNotActiveException");
    story.seconds(5).sees(ConnectionState.DISCONNECTED);

    // When
    story.hears(story.call(Call.DISCONNECT, call));

    // Then
    assertThat(story.item().ours()).isEqualTo(Ours.OURS);
  }

  @Test
  void anOldReadOfFailedDoesNotOvertakeAForeignDisconnect() {
    // Given after our disconnect the reads go back in time once
    failedAndDecided();
    story.makes(Act.DISCONNECT).seconds(5).sees(ConnectionState.DISCONNECTED).seconds(5);
    Instant call = story.now();
    story.seconds(5).seesFailed("INTERNAL_ERROR").seconds(5);

    // When
    story.hears(story.call(Call.DISCONNECT, call)).minutes(11);
    story.sees(ConnectionState.DISCONNECTED);

    // Then
    assertThat(story.decides()).isEqualTo(new Next.Park(ParkReason.IN_A_PERSONS_HANDS, null));
  }

  @Test
  void aForeignDisconnectBeforeTheCommandDoesNotEndTheAttemptThatWasCommanded() {
    // Given somebody disconnected the store, and a person commands to connect it
    failedAndDecided();
    Instant call = story.now();
    story.seconds(5).sees(ConnectionState.DISCONNECTED).decides();
    story.parks(ParkReason.IN_A_PERSONS_HANDS);
    story.minutes(1).commanded(Command.CONNECT).repair("repair-2");
    assertThat(story.sees(ConnectionState.DISCONNECTED).decides()).isEqualTo(new Next.Connect(1));

    // When
    story.hears(story.call(Call.DISCONNECT, call));

    // Then
    assertThat(story.incident().attempt()).isNotNull();
    assertThat(story.item().people().consent()).isNotNull();
  }

  @Test
  void aForeignConnectAfterOurDisconnectLeavesItOpenEvenAfterTheCorrection() {
    // Given
    story.secretVersion("v1").disconnectedByUs("INVALID_CREDENTIALS").seconds(5);
    story.makes(Act.CORRECT).seconds(5);

    // When
    story.foreign(Call.CONNECT).minutes(11).sees(ConnectionState.DISCONNECTED);

    // Then
    assertThat(story.decides()).isEqualTo(new Next.Park(ParkReason.DISCONNECTED_BY_WHOM, null));
  }

  @Test
  void aForeignConnectThatKmsRefusedChangesNothingButTheGrace() {
    // Given
    story.disconnectedByUs("INTERNAL_ERROR").seconds(5);

    // When
    story.foreignRefused(Call.CONNECT).minutes(10).sees(ConnectionState.DISCONNECTED);

    // Then
    assertThat(story.decides()).isEqualTo(new Next.Connect(1));
  }

  @Test
  void connectedAfterOurDisconnectCountsOnceAForeignConnectIsHeardOf() {
    // Given
    story.disconnectedByUs("INTERNAL_ERROR").seconds(5);

    // When
    story.foreign(Call.CONNECT).seconds(60).sees(ConnectionState.CONNECTED);
    story.seconds(10).sees(ConnectionState.CONNECTED);

    // Then
    assertThat(story.decides()).isEqualTo(new Next.Close(false));
  }

  @Test
  void connectedAfterOurDisconnectClosesNothingWhereTheForeignConnectCameBefore() {
    // Given
    failedAndDecided();
    Instant call = story.now().minusSeconds(20);
    story.makes(Act.DISCONNECT).seconds(5).hears(story.call(Call.CONNECT, call));

    // When
    story.sees(ConnectionState.CONNECTED).seconds(10).sees(ConnectionState.CONNECTED);

    // Then
    assertThat(story.item().ours()).isEqualTo(Ours.OURS);
    assertThat(story.decides()).isEqualTo(new Next.Wait(Duration.ofSeconds(10)));
  }

  private void failedAndDecided() {
    story.repair("repair-1").seesFailedTwice("INTERNAL_ERROR");
    story.after(story.decidesAndDiagnoses().pause()).seesFailed("INTERNAL_ERROR");
  }
}
