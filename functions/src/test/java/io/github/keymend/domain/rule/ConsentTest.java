package io.github.keymend.domain.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keymend.domain.Story;
import io.github.keymend.domain.incident.Act;
import io.github.keymend.domain.incident.Outcome;
import io.github.keymend.domain.incident.ParkReason;
import io.github.keymend.domain.message.Message.Kind;
import io.github.keymend.domain.people.Command;
import io.github.keymend.domain.people.Trigger;
import io.github.keymend.domain.people.Trigger.Call;
import io.github.keymend.domain.store.ConnectionState;
import org.junit.jupiter.api.Test;

/** A person's leave to connect: spent by one accepted connect, void after any later foreign disconnect. */
class ConsentTest {
  private static final Next IN_A_PERSONS_HANDS = new Next.Park(ParkReason.IN_A_PERSONS_HANDS, null);

  private final Story story = Story.external();

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
  void consentIsVoidWhenTheLookBeforeOurDisconnectShowsThatOfAnother() {
    // Given
    failedAndDiagnosed();
    story.commanded(Command.RESUME).decidesAndDiagnoses();

    // When
    story.calls(Act.DISCONNECT).sees(ConnectionState.DISCONNECTING);
    story.ends(Act.DISCONNECT, Outcome.NOT_MADE).minutes(5).sees(ConnectionState.DISCONNECTED);

    // Then
    assertThat(story.item().people().consent()).isNull();
    assertThat(story.decides()).isEqualTo(IN_A_PERSONS_HANDS);
  }

  @Test
  void consentDoesNotCoverADisconnectOfWhichItIsNotKnownWhoseItIs() {
    // Given
    failedAndDiagnosed();
    story.commanded(Command.RESUME).decidesAndDiagnoses();
    story.calls(Act.DISCONNECT).ends(Act.DISCONNECT, Outcome.UNKNOWN);

    // When
    story.minutes(5).sees(ConnectionState.DISCONNECTED);

    // Then
    assertThat(story.decides()).isEqualTo(new Next.Park(ParkReason.DISCONNECTED_BY_WHOM, null));
    story.seconds(1).commanded(Command.CONNECT);
    assertThat(story.decides()).isInstanceOf(Next.Connect.class);
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
  void consentIsVoidWhenGivenBeforeTheLookThatShowsOurConnectUndone() {
    // Given our connect is under way, and a person commands another
    failedAndDiagnosed();
    story.commanded(Command.RESUME).decidesAndDiagnoses();
    story.makes(Act.DISCONNECT).minutes(5).sees(ConnectionState.DISCONNECTED);
    story.makes(Act.CONNECT).minutes(1).sees(ConnectionState.CONNECTING);
    story.seconds(1).commanded(Command.CONNECT);

    // When somebody else disconnects the store before the next look, and the event is lost
    story.seconds(29).sees(ConnectionState.DISCONNECTING);
    story.minutes(10).sees(ConnectionState.DISCONNECTED);

    // Then
    assertThat(story.item().people().consent()).isNull();
    assertThat(story.decides()).isEqualTo(new Next.Park(ParkReason.DISCONNECTED_BY_WHOM, null));
  }

  @Test
  void consentIsVoidWhenGivenBeforeTheLookThatShowsTheConnectOfAnotherUndone() {
    // Given
    story.sees(ConnectionState.CONNECTING).seconds(1).commanded(Command.CONNECT);

    // When
    story.seconds(29).sees(ConnectionState.DISCONNECTING);
    story.minutes(6).sees(ConnectionState.DISCONNECTED);

    // Then
    assertThat(story.item().people().consent()).isNull();
    assertThat(story.decides()).isEqualTo(IN_A_PERSONS_HANDS);
  }

  @Test
  void consentThatIsHeardOnlyAfterThatLookIsVoidAsWell() {
    // Given
    failedAndDiagnosed();
    story.commanded(Command.RESUME).decidesAndDiagnoses();
    story.makes(Act.DISCONNECT).minutes(5).sees(ConnectionState.DISCONNECTED);
    story.makes(Act.CONNECT).minutes(1).sees(ConnectionState.CONNECTING);
    Trigger command = story.command(Command.CONNECT, story.now().plusSeconds(1));

    // When
    story.seconds(30).sees(ConnectionState.DISCONNECTING).hears(command);

    // Then
    assertThat(story.item().people().consent()).isNull();
  }

  @Test
  void consentGivenAfterTheLookThatShowsOurConnectUndoneHolds() {
    // Given
    failedAndDiagnosed();
    story.commanded(Command.RESUME).decidesAndDiagnoses();
    story.makes(Act.DISCONNECT).minutes(5).sees(ConnectionState.DISCONNECTED);
    story.makes(Act.CONNECT).minutes(1).sees(ConnectionState.CONNECTING);
    story.seconds(30).sees(ConnectionState.DISCONNECTING);

    // When
    story.seconds(1).commanded(Command.CONNECT).minutes(3).sees(ConnectionState.DISCONNECTED);

    // Then
    assertThat(story.item().people().consent()).isNotNull();
  }

  /** Nobody can tell the command that came before the disconnect from the one that came after it. */
  @Test
  void consentIsVoidWhenGivenBeforeTheLookThatShowsTheFailedStoreDisconnectedByAnother() {
    // Given
    failedAndDiagnosed();
    story.seconds(1).commanded(Command.CONNECT);

    // When the event is lost
    story.seconds(30).sees(ConnectionState.DISCONNECTED);

    // Then
    assertThat(story.item().people().consent()).isNull();
    assertThat(story.decides()).isEqualTo(IN_A_PERSONS_HANDS);
  }

  @Test
  void consentIsVoidWhenGivenBeforeTheLookThatShowsTheConnectedStoreDisconnectedByAnother() {
    // Given
    story.sees(ConnectionState.CONNECTED).seconds(1).commanded(Command.CONNECT);

    // When the event is lost
    story.seconds(30).sees(ConnectionState.DISCONNECTING);
    story.minutes(6).sees(ConnectionState.DISCONNECTED);

    // Then
    assertThat(story.item().people().consent()).isNull();
    assertThat(story.decides()).isEqualTo(IN_A_PERSONS_HANDS);
  }

  @Test
  void consentIsVoidWhenGivenBeforeTheLookThatShowsTheStoreDisconnectingAgain() {
    // Given
    story.sees(ConnectionState.DISCONNECTED).seconds(1).commanded(Command.CONNECT);

    // When somebody connects it and disconnects it, and the events of both are lost
    story.minutes(5).sees(ConnectionState.DISCONNECTING);
    story.minutes(6).sees(ConnectionState.DISCONNECTED);

    // Then
    assertThat(story.item().people().consent()).isNull();
    assertThat(story.decides()).isEqualTo(IN_A_PERSONS_HANDS);
  }

  @Test
  void theSameCommandAfterThatLookConnects() {
    // Given
    failedAndDiagnosed();
    story.seconds(1).commanded(Command.CONNECT).seconds(30).sees(ConnectionState.DISCONNECTED);

    // When
    story.seconds(30).commanded(Command.CONNECT);

    // Then
    assertThat(story.decides()).isInstanceOf(Next.Connect.class);
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

  private void failedAndDiagnosed() {
    story.repair("repair-1").seesFailedTwice("INTERNAL_ERROR");
    story.after(story.decidesAndDiagnoses().pause()).seesFailed("INTERNAL_ERROR");
    story.sends();
  }

  @Test
  void consentSurvivesAnotherCodeInTheLookBeforeOurDisconnect() {
    // Given
    story.repair("repair-1").seesFailedTwice("INTERNAL_ERROR").decides();
    story.seconds(1).commanded(Command.RESUME).decidesAndDiagnoses();
    assertThat(story.intends(Act.DISCONNECT)).isTrue();

    // When
    story.seconds(1).seesFailed("XKS_PROXY_TIMED_OUT").ends(Act.DISCONNECT, Outcome.NOT_MADE);

    // Then nobody has disconnected anything
    assertThat(story.item().people().consent()).isNotNull();
  }
}
