package io.github.keymend.domain.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keymend.domain.Story;
import io.github.keymend.domain.incident.Act;
import io.github.keymend.domain.incident.ParkReason;
import io.github.keymend.domain.message.Message.Kind;
import io.github.keymend.domain.people.Command;
import io.github.keymend.domain.people.Trigger;
import io.github.keymend.domain.people.Trigger.Call;
import io.github.keymend.domain.store.ConnectionState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Rule 2: never connect a store that somebody else disconnected, unless a person commands it. And the other side of
 * it: what keymend disconnected is never taken for somebody else's doing.
 */
class NeverConnectWhatOthersDisconnectedTest {
  private static final Next IN_A_PERSONS_HANDS = new Next.Park(ParkReason.IN_A_PERSONS_HANDS, null);

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

  private void failedAndDiagnosed() {
    story.repair("repair-1").seesFailedTwice("INTERNAL_ERROR");
    story.after(story.decidesAndDiagnoses().pause()).seesFailed("INTERNAL_ERROR");
    story.sends();
  }
}
