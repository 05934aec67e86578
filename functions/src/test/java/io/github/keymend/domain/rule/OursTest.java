package io.github.keymend.domain.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keymend.domain.Story;
import io.github.keymend.domain.incident.Act;
import io.github.keymend.domain.incident.Ours;
import io.github.keymend.domain.incident.Outcome;
import io.github.keymend.domain.incident.ParkReason;
import io.github.keymend.domain.people.Command;
import io.github.keymend.domain.people.Trigger;
import io.github.keymend.domain.people.Trigger.Call;
import io.github.keymend.domain.store.ConnectionState;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whose disconnect it was: {@code none → intended → ours} or unknown; what keymend disconnected is never taken for another's doing. */
class OursTest {
  private static final Next IN_A_PERSONS_HANDS = new Next.Park(ParkReason.IN_A_PERSONS_HANDS, null);
  private static final Next BY_WHOM = new Next.Park(ParkReason.DISCONNECTED_BY_WHOM, null);

  private final Story story = Story.external();

  @Test
  void anAcceptedDisconnectOfOursIsOurs() {
    // Given
    story.disconnectedByUs("INTERNAL_ERROR");

    // Then
    assertThat(story.item().ours()).isEqualTo(Ours.OURS);
    assertThat(story.decides()).isEqualTo(new Next.Connect(1));
  }

  @Test
  void aRefusedDisconnectOfOursIsNotOurs() {
    // Given somebody else was quicker
    failedAndDiagnosed();
    story.calls(Act.DISCONNECT).refused(Act.DISCONNECT, "CustomKeyStoreInvalidStateException");

    // When
    story.seconds(5).sees(ConnectionState.DISCONNECTED);

    // Then
    assertThat(story.item().ours()).isEqualTo(Ours.NONE);
    assertThat(story.decides()).isEqualTo(IN_A_PERSONS_HANDS);
  }

  @Test
  void aDisconnectOfOursThatMayHaveBeenTakenIsParkedAndTold() {
    // Given
    failedAndDiagnosed();
    story.calls(Act.DISCONNECT).ends(Act.DISCONNECT, Outcome.UNKNOWN);

    // When
    story.seconds(5).sees(ConnectionState.DISCONNECTED);

    // Then
    assertThat(story.decides()).isEqualTo(BY_WHOM);
    story.parks(ParkReason.DISCONNECTED_BY_WHOM);
    assertThat(story.letter().body())
        .contains("keymend may have disconnected the store")
        .contains("\"command\":\"connect\"");
  }

  @Test
  void aForeignDisconnectAfterOursIsNotOvertakenByAConnectedFromBeforeOurs() {
    // Given
    story.disconnectedByUs("INTERNAL_ERROR").minutes(1);
    Trigger call = story.call(Trigger.Call.DISCONNECT, story.now());

    // When a read that is older than our disconnect shows CONNECTED
    story.minutes(1).sees(ConnectionState.CONNECTED).hears(call);

    // Then
    assertThat(story.item().ours()).isEqualTo(Ours.NONE);
  }

  @Test
  void aDisconnectOfOursThatDiedOnTheWayIsParkedAndTold() {
    // Given
    failedAndDiagnosed();
    story.calls(Act.DISCONNECT).minutes(3).repair("repair-2");

    // When
    story.sees(ConnectionState.DISCONNECTED);

    // Then
    assertThat(story.decides()).isEqualTo(BY_WHOM);
  }

  @ParameterizedTest
  @EnumSource(names = {"CONNECTING", "CONNECTED"})
  void connectingOrConnectedSeenClearsIt(ConnectionState state) {
    // Given
    story.disconnectedByUs("INTERNAL_ERROR");

    // When somebody else connects the store, and no older read can show it any more
    story.minutes(10).sees(state);

    // Then
    assertThat(story.item().ours()).isEqualTo(Ours.NONE);
  }

  @ParameterizedTest
  @EnumSource(names = {"CORRECT", "CONNECT"})
  void whatIsNotOursAnyMoreIsLeftAloneEvenAfterTheIntent(Act act) {
    // Given our next act is decided, and a sweep sees that somebody has connected the store
    // meanwhile
    if (act == Act.CORRECT) {
      story.secretVersion("v1").disconnectedByUs("INVALID_CREDENTIALS");
    } else {
      story.disconnectedByUs("INTERNAL_ERROR");
    }
    assertThat(story.intends(act)).isTrue();
    story.seconds(1).sees(ConnectionState.CONNECTED);

    // When they have disconnected it again by the look before the call
    story.seconds(20).sees(ConnectionState.DISCONNECTED);

    // Then
    assertThat(story.confirms(act)).isFalse();
  }

  @Test
  void aForeignDisconnectClearsIt() {
    // Given a person who wants the store disconnected finds that it is
    story.disconnectedByUs("INTERNAL_ERROR");

    // When
    story.seconds(5).foreignRefused(Call.DISCONNECT).seconds(5).sees(ConnectionState.DISCONNECTED);

    // Then
    assertThat(story.item().ours()).isEqualTo(Ours.NONE);
    assertThat(story.decides()).isEqualTo(IN_A_PERSONS_HANDS);
  }

  @Test
  void aForeignDisconnectBeforeTheFailureThatWeRepairChangesNothing() {
    // Given somebody disconnects and connects; it fails; we disconnect; only then the event of the
    // first comes
    story.sees(ConnectionState.CONNECTED);
    Trigger disconnect = story.call(Call.DISCONNECT, story.now());
    story.minutes(14).disconnectedByUs("INTERNAL_ERROR");

    // When
    story.hears(disconnect).seconds(5).sees(ConnectionState.DISCONNECTED).minutes(11);
    story.sees(ConnectionState.DISCONNECTED);

    // Then
    assertThat(story.item().ours()).isEqualTo(Ours.OURS);
    assertThat(story.decides()).isEqualTo(new Next.Connect(1));
  }

  @Test
  void aForeignConnectAfterOurDisconnectLeavesOpenWhoDisconnectedItSince() {
    // Given a person connects the store and disconnects it again; the second event is late
    story.disconnectedByUs("INTERNAL_ERROR").seconds(5).foreign(Call.CONNECT);

    // When
    story.minutes(11).sees(ConnectionState.DISCONNECTED);

    // Then
    assertThat(story.decides()).isEqualTo(BY_WHOM);
  }

  @Test
  void afterOurAcceptedConnectDisconnectedIsNotSomebodyElses() {
    // Given KMS accepted our connect, and ten minutes later the store is DISCONNECTED still
    story.connectedByUs("INTERNAL_ERROR").minutes(5).sees(ConnectionState.DISCONNECTED);
    assertThat(story.decides()).isInstanceOf(Next.Wait.class);

    // When
    story.minutes(5).sees(ConnectionState.DISCONNECTED);

    // Then
    assertThat(story.decides()).isEqualTo(BY_WHOM);
    assertThat(story.item().incident()).isNotNull();
  }

  @Test
  void afterOurConnectTookEffectDisconnectedIsNotSomebodyElses() {
    // Given CONNECTING was seen, and then DISCONNECTED: a stale read at first, perhaps
    story.connectedByUs("INTERNAL_ERROR").seconds(5).sees(ConnectionState.CONNECTING);
    story.seconds(5).sees(ConnectionState.DISCONNECTED);
    assertThat(story.decides()).isInstanceOf(Next.Wait.class);

    // When
    story.minutes(10).sees(ConnectionState.DISCONNECTED);

    // Then
    assertThat(story.decides()).isEqualTo(BY_WHOM);
  }

  @Test
  void aForeignDisconnectAfterOurAcceptedConnectPutsItInAPersonsHands() {
    // Given our connect has not been seen to take effect
    story.connectedByUs("INTERNAL_ERROR").seconds(20).foreign(Call.DISCONNECT);

    // When
    story.seconds(5).sees(ConnectionState.DISCONNECTED);

    // Then
    assertThat(story.decides()).isEqualTo(IN_A_PERSONS_HANDS);
  }

  @Test
  void aResumeWhileOurConnectTookNoEffectBeginsAnother() {
    // Given
    story.connectedByUs("INTERNAL_ERROR").minutes(2).commanded(Command.RESUME);
    assertThat(story.sees(ConnectionState.DISCONNECTED).decides())
        .isEqualTo(new Next.Wait(Duration.ofSeconds(30)));

    // When
    story.minutes(8).sees(ConnectionState.DISCONNECTED).repair("repair-2");

    // Then
    assertThat(story.decidesAndDiagnoses().attempt()).isEqualTo(2);
  }

  private void failedAndDiagnosed() {
    story.repair("repair-1").seesFailedTwice("INTERNAL_ERROR");
    story.after(story.decidesAndDiagnoses().pause()).seesFailed("INTERNAL_ERROR");
    story.sends();
  }

  @Test
  void aForeignConnectAfterOurDisconnectLeavesItOpenEvenBeforeAnyLook() {
    // Given our disconnect was accepted, its repair died, and nobody has looked since
    story.repair("repair-1").seesFailedTwice("INTERNAL_ERROR");
    story.after(story.decidesAndDiagnoses().pause()).seesFailed("INTERNAL_ERROR");
    story.calls(Act.DISCONNECT).ends(Act.DISCONNECT, Outcome.ACCEPTED);

    // When a person connects the store and disconnects it again, and the second event is lost
    story.minutes(1).foreign(Call.CONNECT).minutes(11).sees(ConnectionState.DISCONNECTED);

    // Then
    assertThat(story.decides()).isEqualTo(BY_WHOM);
  }
}
