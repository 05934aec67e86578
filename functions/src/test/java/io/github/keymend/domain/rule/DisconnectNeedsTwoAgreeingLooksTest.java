package io.github.keymend.domain.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keymend.domain.Story;
import io.github.keymend.domain.incident.Act;
import io.github.keymend.domain.incident.Ours;
import io.github.keymend.domain.incident.Outcome;
import io.github.keymend.domain.people.Command;
import io.github.keymend.domain.people.Trigger.Call;
import io.github.keymend.domain.store.ConnectionState;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rule 1: never disconnect a store that is not FAILED by two agreeing looks, the last immediately before the call. */
class DisconnectNeedsTwoAgreeingLooksTest {
  private final Story story = Story.external();

  @Test
  void oneLookAtFailedDoesNotCount() {
    // Given
    story.seesFailed("NETWORK_ERRORS");

    // When
    Next next = story.decides();

    // Then
    assertThat(next).isEqualTo(new Next.Wait(Duration.ofSeconds(10)));
    assertThat(story.item().incident()).isNull();
  }

  @Test
  void aSecondLookNineSecondsLaterDoesNotAgree() {
    // Given
    story.seesFailed("NETWORK_ERRORS").seconds(9).seesFailed("NETWORK_ERRORS");

    // Then
    assertThat(story.decides()).isInstanceOf(Next.Wait.class);
  }

  @Test
  void aSecondLookTenSecondsLaterAgrees() {
    // Given
    story.seesFailed("NETWORK_ERRORS").seconds(10).seesFailed("NETWORK_ERRORS");

    // Then
    assertThat(story.decides()).isEqualTo(new Next.Diagnose());
  }

  @Test
  void aSecondLookWithAnotherCodeDoesNotAgree() {
    // Given
    story.seesFailed("NETWORK_ERRORS").seconds(10).seesFailed("INTERNAL_ERROR");

    // Then
    assertThat(story.decides()).isInstanceOf(Next.Wait.class);
  }

  @Test
  void aLookAtAnotherStateInBetweenBeginsAnew() {
    // Given
    story.seesFailed("NETWORK_ERRORS").seconds(10).sees(ConnectionState.CONNECTING);
    story.seconds(10).seesFailed("NETWORK_ERRORS");

    // Then
    assertThat(story.decides()).isInstanceOf(Next.Wait.class);
  }

  @Test
  void theFirstLookMayBeTheSweeps() {
    // Given the sweep saw FAILED and started a repair, whose own first look comes 30 seconds later
    story.seesFailed("INTERNAL_ERROR").seconds(30).repair("repair-1").seesFailed("INTERNAL_ERROR");

    // Then
    assertThat(story.decides()).isEqualTo(new Next.Diagnose());
  }

  @ParameterizedTest
  @EnumSource(names = {"CONNECTED", "CONNECTING", "DISCONNECTED", "DISCONNECTING"})
  void anotherStateAtTheLookBeforeTheCallIsNotDisconnected(ConnectionState state) {
    // Given
    decidedToDisconnect();

    // When somebody else acts between the intent and the last look
    assertThat(story.intends(Act.DISCONNECT)).isTrue();
    story.seconds(1).sees(state);

    // Then
    assertThat(story.confirms(Act.DISCONNECT)).isFalse();
  }

  @Test
  void anotherCodeAtTheLookBeforeTheCallIsNotDisconnected() {
    // Given
    decidedToDisconnect();

    // When the store has failed anew, for another reason
    assertThat(story.intends(Act.DISCONNECT)).isTrue();
    story.seconds(1).seesFailed("XKS_PROXY_ACCESS_DENIED").seconds(10);
    story.seesFailed("XKS_PROXY_ACCESS_DENIED");

    // Then
    assertThat(story.confirms(Act.DISCONNECT)).isFalse();
  }

  @Test
  void aConnectedBetweenTheDecisionAndTheCallIsNotOverlooked() {
    // Given
    decidedToDisconnect();

    // When a sweep sees CONNECTED, and stale reads show the old FAILED twice after it
    story.seconds(5).sees(ConnectionState.CONNECTED);
    story.seconds(5).seesFailedTwice("INTERNAL_ERROR");
    assertThat(story.intends(Act.DISCONNECT)).isTrue();

    // Then
    assertThat(story.confirms(Act.DISCONNECT)).isFalse();
  }

  @Test
  void aCallThatWasNotMadeLeavesTheStoreNotOurs() {
    // Given
    decidedToDisconnect();
    assertThat(story.intends(Act.DISCONNECT)).isTrue();
    story.seconds(1).sees(ConnectionState.CONNECTED);

    // When
    story.ends(Act.DISCONNECT, Outcome.NOT_MADE);

    // Then
    assertThat(story.item().ours()).isEqualTo(Ours.NONE);
  }

  @Test
  void anUnreadNoteStopsTheDisconnect() {
    // Given
    decidedToDisconnect();

    // When a person connects the store themself, and the event is a note
    assertThat(story.opens("repair-2", story.call(Call.CONNECT, story.now()), OwnerStatus.RUNNING))
        .isFalse();

    // Then
    assertThat(story.intends(Act.DISCONNECT)).isFalse();
  }

  @Test
  void anUnreadNoteStopsTheDisconnectBetweenIntentAndCall() {
    // Given
    decidedToDisconnect();
    assertThat(story.intends(Act.DISCONNECT)).isTrue();
    story.seconds(1).seesFailed("INTERNAL_ERROR");

    // When
    assertThat(story.opens("repair-2", story.call(Call.CONNECT, story.now()), OwnerStatus.RUNNING))
        .isFalse();

    // Then
    assertThat(story.confirms(Act.DISCONNECT)).isFalse();
  }

  private void decidedToDisconnect() {
    story.repair("repair-1").seesFailedTwice("INTERNAL_ERROR");
    story.after(story.decidesAndDiagnoses().pause()).seesFailed("INTERNAL_ERROR");
  }

  @ParameterizedTest
  @EnumSource(names = {"DISCONNECT", "CONNECT"})
  void anActIsNotMadeWhenItsLastLookDoesNotFindTheStore(Act act) {
    // Given a read that lacks the store, as KMS may give for minutes
    if (act == Act.CONNECT) {
      story.disconnectedByUs("INTERNAL_ERROR");
    } else {
      story.repair("repair-1").seesFailedTwice("INTERNAL_ERROR");
      story.after(story.decidesAndDiagnoses().pause()).seesFailed("INTERNAL_ERROR");
    }
    assertThat(story.intends(act)).isTrue();

    // When
    story.seconds(1).seesItMissing();

    // Then
    assertThat(story.confirms(act)).isFalse();
  }

  @Test
  void aFailedSoonAfterAForeignConnectIsLeftAloneWhateverIsCommanded() {
    // Given somebody disconnects and connects the store, and reads are five minutes old
    story.repair("repair-1").seesFailedTwice("XKS_PROXY_TIMED_OUT");
    story.foreign(Call.CONNECT).minutes(1).commanded(Command.RESUME);

    // When
    story.seesFailedTwice("XKS_PROXY_TIMED_OUT");

    // Then: not before ten minutes after the call, and not by an act that comes sooner either
    assertThat(story.decidesAndDiagnoses().pause()).isGreaterThan(Duration.ofMinutes(8));
    assertThat(story.intends(Act.DISCONNECT)).isTrue();
    assertThat(story.confirms(Act.DISCONNECT)).isFalse();
    story.minutes(10).seesFailed("XKS_PROXY_TIMED_OUT");
    assertThat(story.confirms(Act.DISCONNECT)).isTrue();
  }
}
