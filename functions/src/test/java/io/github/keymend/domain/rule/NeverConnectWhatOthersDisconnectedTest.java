package io.github.keymend.domain.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keymend.domain.Story;
import io.github.keymend.domain.incident.Act;
import io.github.keymend.domain.incident.Ours;
import io.github.keymend.domain.incident.Outcome;
import io.github.keymend.domain.incident.ParkReason;
import io.github.keymend.domain.message.Message.Kind;
import io.github.keymend.domain.people.Command;
import io.github.keymend.domain.people.Trigger;
import io.github.keymend.domain.people.Trigger.Call;
import io.github.keymend.domain.store.ConnectionState;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Rule 2: never connect a store that somebody else disconnected, unless a person commands it. And the other side of
 * it: what keymend disconnected is never taken for somebody else's doing.
 */
class NeverConnectWhatOthersDisconnectedTest {
  private static final Next IN_A_PERSONS_HANDS = new Next.Park(ParkReason.IN_A_PERSONS_HANDS, null);
  private static final Next BY_WHOM = new Next.Park(ParkReason.DISCONNECTED_BY_WHOM, null);

  private final Story story = Story.external();

  @Test
  void aForeignDisconnectWithoutAnIncidentOpensNothing() {
    // Given
    story.repair("repair-1").foreign(Call.DISCONNECT).sees(ConnectionState.DISCONNECTED);

    // Then
    assertThat(story.decides()).isEqualTo(new Next.Leave());
    assertThat(story.item().incident()).isNull();
    assertThat(story.written()).isEmpty();
  }

  @Test
  void aForeignDisconnectDuringAnIncidentPutsItInAPersonsHands() {
    // Given
    failedAndDiagnosed();

    // When
    story.seconds(5).foreign(Call.DISCONNECT).seconds(5).sees(ConnectionState.DISCONNECTED);

    // Then
    assertThat(story.decides()).isEqualTo(IN_A_PERSONS_HANDS);
    story.parks(ParkReason.IN_A_PERSONS_HANDS);
    assertThat(story.letter().kind()).isEqualTo(Kind.PERSON_NEEDED);
    assertThat(story.letter().body()).contains("\"command\":\"connect\"");
  }

  @Test
  void aDisconnectWhoseEventIsNotHereYetPutsItInAPersonsHandsToo() {
    // Given
    failedAndDiagnosed();

    // When
    story.seconds(5).sees(ConnectionState.DISCONNECTED);

    // Then
    assertThat(story.decides()).isEqualTo(IN_A_PERSONS_HANDS);
  }

  @Test
  void itIsToldOnce() {
    // Given
    failedAndDiagnosed();
    story.seconds(5).sees(ConnectionState.DISCONNECTED).decides();
    story.parks(ParkReason.IN_A_PERSONS_HANDS);
    story.sends();

    // When another repair finds it as it was
    story.minutes(30).repair("repair-2").sees(ConnectionState.DISCONNECTED);
    assertThat(story.decides()).isEqualTo(IN_A_PERSONS_HANDS);
    story.parks(ParkReason.IN_A_PERSONS_HANDS);

    // Then
    assertThat(story.written()).isEmpty();
  }

  @Test
  void aForeignUpdateInThatTimeIsAnsweredWithTheConnectCommandOnceForEachUpdate() {
    // Given
    failedAndDiagnosed();
    story.seconds(5).sees(ConnectionState.DISCONNECTED).decides();
    story.parks(ParkReason.IN_A_PERSONS_HANDS);
    story.sends().minutes(20);
    Trigger update = story.call(Call.UPDATE, story.now());

    // When the event comes twice
    story.hears(update).hears(update).sees(ConnectionState.DISCONNECTED);

    // Then
    assertThat(story.decides()).isEqualTo(IN_A_PERSONS_HANDS);
    assertThat(story.written()).containsExactly(Kind.PERSON_NEEDED);
    assertThat(story.letter().body())
        .contains("arn:aws:iam::111122223333:user/alice updated the store")
        .contains("\"command\":\"connect\"");
  }

  @ParameterizedTest
  @EnumSource(names = {"CONNECT", "RESUME"})
  void connectAndResumeConnectIt(Command command) {
    // Given
    failedAndDiagnosed();
    story.seconds(5).foreign(Call.DISCONNECT).sees(ConnectionState.DISCONNECTED);
    story.decides();
    story.parks(ParkReason.IN_A_PERSONS_HANDS);

    // When
    story.minutes(1).commanded(command).repair("repair-2").sees(ConnectionState.DISCONNECTED);
    Diagnosis diagnosis = story.decidesAndDiagnoses();

    // Then
    assertThat(diagnosis.reason()).isNull();
    assertThat(story.decides()).isEqualTo(new Next.Connect(2));
  }

  @Test
  void nothingElseConnectsIt() {
    // Given
    failedAndDiagnosed();
    story.seconds(5).foreign(Call.DISCONNECT).sees(ConnectionState.DISCONNECTED);
    story.decides();
    story.parks(ParkReason.IN_A_PERSONS_HANDS);

    // When
    story.minutes(20).foreign(Call.UPDATE).minutes(20).repair("repair-2");
    story.sees(ConnectionState.DISCONNECTED);

    // Then
    assertThat(story.decides()).isEqualTo(IN_A_PERSONS_HANDS);
  }

  @Test
  void aRefusedConnectDoesNotMakeAnotherOneUnaskedAfterAForeignDisconnect() {
    // Given a person commanded a connect, KMS was busy, and then a person disconnects the store
    story.sees(ConnectionState.DISCONNECTED).commanded(Command.CONNECT);
    story.decidesAndDiagnoses();
    story.calls(Act.CONNECT).refused(Act.CONNECT, "ThrottlingException");

    // When
    story.seconds(5).foreignRefused(Call.DISCONNECT).minutes(11);
    story.sees(ConnectionState.DISCONNECTED);

    // Then
    assertThat(story.decides()).isEqualTo(IN_A_PERSONS_HANDS);
  }

  @Test
  void consentIsSpentByOneAcceptedConnect() {
    // Given
    story.sees(ConnectionState.DISCONNECTED).commanded(Command.CONNECT);
    story.decidesAndDiagnoses();

    // When
    story.makes(Act.CONNECT);

    // Then
    assertThat(story.item().people().consent()).isNull();
  }

  @Test
  void consentIsNotSpentByARefusedConnect() {
    // Given
    story.sees(ConnectionState.DISCONNECTED).commanded(Command.CONNECT);
    story.decidesAndDiagnoses();

    // When
    story.calls(Act.CONNECT).refused(Act.CONNECT, "ThrottlingException");

    // Then
    assertThat(story.item().people().consent()).isNotNull();
  }

  @Test
  void consentIsVoidAfterALaterForeignDisconnect() {
    // Given
    failedAndDiagnosed();
    story.commanded(Command.RESUME).seconds(1).foreign(Call.DISCONNECT);

    // When
    story.seconds(5).sees(ConnectionState.DISCONNECTED);

    // Then
    assertThat(story.item().people().consent()).isNull();
    assertThat(story.decides()).isEqualTo(IN_A_PERSONS_HANDS);
  }

  @Test
  void consentIsVoidAfterALaterForeignDisconnectThatKmsRefused() {
    // Given
    story.sees(ConnectionState.DISCONNECTED).commanded(Command.CONNECT);

    // When
    story.seconds(1).foreignRefused(Call.DISCONNECT);

    // Then
    assertThat(story.item().people().consent()).isNull();
    assertThat(story.decides()).isEqualTo(IN_A_PERSONS_HANDS);
  }

  @Test
  void consentSurvivesAForeignDisconnectBeforeIt() {
    // Given the event of a disconnect comes after the command that followed it
    story.sees(ConnectionState.DISCONNECTED);
    Trigger disconnect = story.call(Call.DISCONNECT, story.now());
    story.minutes(1).commanded(Command.CONNECT);

    // When
    story.minutes(5).hears(disconnect);

    // Then
    assertThat(story.item().people().consent()).isNotNull();
    assertThat(story.item().incident()).isNotNull();
  }

  @Test
  void aCommandThatComesAfterALaterForeignDisconnectIsRefused() {
    // Given the disconnect was heard before the older command
    story.sees(ConnectionState.DISCONNECTED);
    Trigger connect = story.command(Command.CONNECT, story.now());
    story.minutes(1).foreign(Call.DISCONNECT);

    // When
    story.minutes(1).hears(connect);

    // Then
    assertThat(story.item().people().consent()).isNull();
    assertThat(story.written()).containsExactly(Kind.REFUSED);
  }

  @Test
  void aCommandThatComesTwiceDoesNotConnectTwice() {
    // Given
    story.sees(ConnectionState.DISCONNECTED);
    Trigger connect = story.command(Command.CONNECT, story.now());
    story.seconds(1).hears(connect).decidesAndDiagnoses();
    story.makes(Act.CONNECT);

    // When
    story.seconds(10).hears(connect);

    // Then
    assertThat(story.item().people().consent()).isNull();
  }

  @Test
  void consentIsVoidWhenTheStoreWasSeenToBeDisconnectedAfterIt() {
    // Given a person says resume, and somebody disconnects the store; the event is minutes late
    failedAndDiagnosed();
    story.commanded(Command.RESUME).seconds(5).seesFailed("INTERNAL_ERROR");

    // When
    story.seconds(5).sees(ConnectionState.DISCONNECTED);

    // Then
    assertThat(story.item().people().consent()).isNull();
    assertThat(story.decides()).isEqualTo(IN_A_PERSONS_HANDS);
  }

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

    // When somebody else connects the store
    story.seconds(5).sees(state);

    // Then
    assertThat(story.item().ours()).isEqualTo(Ours.NONE);
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
}
