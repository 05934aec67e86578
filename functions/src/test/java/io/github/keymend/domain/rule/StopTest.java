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

/** Rule 10: stop stops before the next act, silently, until {@code resume} or CONNECTED. */
class StopTest {
  private final Story story = Story.external();

  @Test
  void resumeWithoutAnIncidentEndsAStop() {
    // Given
    story.sees(ConnectionState.DISCONNECTED).commanded(Command.STOP).minutes(1);

    // When
    story.commanded(Command.RESUME).seesFailedTwice("INTERNAL_ERROR");

    // Then
    assertThat(story.decidesAndDiagnoses().reason()).isNull();
  }

  @Test
  void stopParksSilentlyBeforeTheNextAct() {
    // Given
    story.repair("repair-1").seesFailedTwice("INTERNAL_ERROR");
    story.after(story.decidesAndDiagnoses().pause()).sends();

    // When
    story.commanded(Command.STOP).seesFailed("INTERNAL_ERROR");

    // Then
    assertThat(story.intends(Act.DISCONNECT)).isFalse();
    assertThat(story.decidesAndDiagnoses().reason()).isEqualTo(ParkReason.STOPPED);
    story.parks(ParkReason.STOPPED);
    assertThat(story.written()).isEmpty();
  }

  @Test
  void stopIsHeardBetweenIntentAndCall() {
    // Given
    story.repair("repair-1").seesFailedTwice("INTERNAL_ERROR");
    story.after(story.decidesAndDiagnoses().pause()).seesFailed("INTERNAL_ERROR");
    assertThat(story.intends(Act.DISCONNECT)).isTrue();

    // When
    story.opens("repair-2", story.command(Command.STOP, story.now()), OwnerStatus.RUNNING);

    // Then
    assertThat(story.confirms(Act.DISCONNECT)).isFalse();
  }

  @Test
  void aStopThatLeavesTheStoreDisconnectedByUsIsTold() {
    // Given
    story.disconnectedByUs("INTERNAL_ERROR").sends();

    // When
    story.commanded(Command.STOP);
    assertThat(story.decides()).isEqualTo(new Next.Park(ParkReason.STOPPED, null));
    story.parks(ParkReason.STOPPED);

    // Then
    assertThat(story.written()).containsExactly(Kind.GIVEN_UP);
    assertThat(story.letter().body())
        .contains("keymend disconnected the store to repair it, and it is not connected again.")
        .contains("\"command\":\"resume\"");
  }

  @Test
  void stopLastsUntilConnected() {
    // Given
    story.seesFailedTwice("INTERNAL_ERROR").decides();
    story.commanded(Command.STOP);

    // Then neither time nor another state ends it
    story.minutes(600).sees(ConnectionState.CONNECTING);
    assertThat(story.item().people().stoppedAt()).isNotNull();
    story.minutes(5).sees(ConnectionState.CONNECTED);
    assertThat(story.item().people().stoppedAt()).isNotNull();
    story.seconds(10).sees(ConnectionState.CONNECTED);
    assertThat(story.item().people().stoppedAt()).isNull();
  }

  @Test
  void connectDoesNotEndAStop() {
    // Given
    story.sees(ConnectionState.DISCONNECTED).commanded(Command.STOP).minutes(1);

    // When
    story.commanded(Command.CONNECT);

    // Then
    assertThat(story.item().people().stoppedAt()).isNotNull();
    assertThat(story.written()).containsExactly(Kind.REFUSED);
  }

  @Test
  void aStopThatIsHeardAfterAConnectGivenLaterHolds() {
    // Given the later command is heard first
    Trigger stop = story.command(Command.STOP, story.now());
    story.sees(ConnectionState.DISCONNECTED).minutes(1).commanded(Command.CONNECT);

    // When
    story.seconds(1).hears(stop);

    // Then
    assertThat(story.item().people().stoppedAt()).isNotNull();
    assertThat(story.decides()).isEqualTo(new Next.Park(ParkReason.STOPPED, null));
    assertThat(story.letter().kind()).isEqualTo(Kind.REFUSED);
    assertThat(story.letter().body())
        .contains("The command connect was refused", "keymend is stopped for this store.");
  }

  @Test
  void aStopThatIsHeardAfterAResumeGivenLaterEndsNothing() {
    // Given a later resume, whose leave to connect is spent by now
    Trigger stop = story.command(Command.STOP, story.now());
    story.repair("repair-1").minutes(1).seesFailedTwice("INTERNAL_ERROR").decides();
    story.commanded(Command.RESUME).decidesAndDiagnoses();
    story.makes(Act.DISCONNECT).minutes(5).sees(ConnectionState.DISCONNECTED).makes(Act.CONNECT);

    // When
    story.seconds(1).hears(stop);

    // Then
    assertThat(story.item().people().stoppedAt()).isNull();
  }

  @Test
  void aResumeThatWasGivenBeforeTheStopDoesNotEndIt() {
    // Given the older command is heard last
    story.sees(ConnectionState.DISCONNECTED);
    Trigger resume = story.command(Command.RESUME, story.now());
    story.minutes(1).commanded(Command.STOP);

    // When
    story.minutes(1).hears(resume);

    // Then
    assertThat(story.item().people().stoppedAt()).isEqualTo(Story.START.plusSeconds(60));
    assertThat(story.written()).containsExactly(Kind.REFUSED);
  }

  @Test
  void aStopThatWasGivenBeforeTheResumeComesTooLate() {
    // Given
    story.seesFailedTwice("INTERNAL_ERROR").decides();
    Trigger stop = story.command(Command.STOP, story.now());
    story.minutes(1).commanded(Command.RESUME);

    // When
    story.minutes(1).hears(stop);

    // Then
    assertThat(story.item().people().stoppedAt()).isNull();
  }

  @Test
  void anOldReadOfConnectedDoesNotEndAStop() {
    // Given the store has failed since, and reads are five minutes old
    story.sees(ConnectionState.CONNECTED).minutes(3).commanded(Command.STOP);

    // When
    story.seconds(5).sees(ConnectionState.CONNECTED).seconds(15).sees(ConnectionState.CONNECTED);

    // Then
    assertThat(story.item().people().stoppedAt()).isNotNull();
    story.minutes(10).sees(ConnectionState.CONNECTED);
    assertThat(story.item().people().stoppedAt()).isNull();
  }

  @Test
  void aStopDuringAChangeParks() {
    // Given our connect is under way
    story.repair("repair-1").connectedByUs("INTERNAL_ERROR").seconds(5);

    // When
    story.sees(ConnectionState.CONNECTING).commanded(Command.STOP);

    // Then
    assertThat(story.decides()).isEqualTo(new Next.Park(ParkReason.STOPPED, null));
  }

  @Test
  void aStopWithoutAnIncidentParksNothing() {
    // Given
    story.repair("repair-1").sees(ConnectionState.CONNECTING);

    // When
    story.commanded(Command.STOP);

    // Then
    assertThat(story.decides()).isInstanceOf(Next.Wait.class);
  }

  @Test
  void aStopBeforeTheFirstActIsSilentEvenIfSomebodyDisconnectsTheStore() {
    // Given keymend has done nothing yet
    story.repair("repair-1").seesFailedTwice("XKS_PROXY_INVALID_CONFIGURATION");
    story.decidesAndDiagnoses();
    story.sends().seconds(5).sees(ConnectionState.DISCONNECTED).commanded(Command.STOP);

    // When
    story.parks(ParkReason.STOPPED);

    // Then
    assertThat(story.written()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"DISCONNECTED", "DISCONNECTING"})
  void aStopWhileDownIsToldOnceKeymendHasHadAHandInIt(ConnectionState state) {
    // Given somebody claims the disconnect after ours
    story.repair("repair-1").disconnectedByUs("INTERNAL_ERROR").sends().seconds(5);
    story.foreign(Call.DISCONNECT).sees(state).commanded(Command.STOP);

    // When
    story.parks(ParkReason.STOPPED);

    // Then
    assertThat(story.written()).containsExactly(Kind.GIVEN_UP);
  }
}
