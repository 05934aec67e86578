package io.github.keymend.domain.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keymend.domain.Story;
import io.github.keymend.domain.incident.Act;
import io.github.keymend.domain.incident.Outcome;
import io.github.keymend.domain.store.ConnectionState;
import org.junit.jupiter.api.Test;

/** When a FAILED counts: reads of KMS may be minutes old. */
class FailedCountsTest {
  private final Story story = Story.external();

  @Test
  void itDoesNotCountWithinTenMinutesAfterConnected() {
    // Given
    story.sees(ConnectionState.CONNECTED).minutes(9).seesFailed("INTERNAL_ERROR");
    story.seconds(59).seesFailed("INTERNAL_ERROR");

    // Then
    assertThat(story.decides()).isInstanceOf(Next.Wait.class);
  }

  @Test
  void itCountsTenMinutesAfterConnected() {
    // Given
    story.sees(ConnectionState.CONNECTED).minutes(9).seesFailed("INTERNAL_ERROR");
    story.seconds(60).seesFailed("INTERNAL_ERROR");

    // Then
    assertThat(story.decides()).isEqualTo(new Next.Diagnose());
  }

  @Test
  void itDoesNotCountAfterOurDisconnectBeforeALaterStateWasSeen() {
    // Given our disconnect was accepted, and reads still show the state before it
    failedAndDisconnectedByUs();
    story.seconds(20).seesFailed("INTERNAL_ERROR").minutes(9).seesFailed("INTERNAL_ERROR");

    // Then
    assertThat(story.decides()).isInstanceOf(Next.Wait.class);
  }

  @Test
  void itCountsTenMinutesAfterOurDisconnect() {
    // Given
    failedAndDisconnectedByUs();
    story.seconds(20).seesFailed("INTERNAL_ERROR").minutes(10).seesFailed("INTERNAL_ERROR");

    // Then
    assertThat(story.decides()).isEqualTo(new Next.Diagnose());
  }

  @Test
  void itDoesNotCountAfterADisconnectWhoseOutcomeIsUnknown() {
    // Given
    story.seesFailedTwice("INTERNAL_ERROR");
    story.after(story.decidesAndDiagnoses().pause()).seesFailed("INTERNAL_ERROR");
    story.calls(Act.DISCONNECT).ends(Act.DISCONNECT, Outcome.UNKNOWN);
    story.minutes(5).seesFailed("INTERNAL_ERROR");

    // Then
    assertThat(story.decides()).isInstanceOf(Next.Wait.class);
  }

  @Test
  void itDoesNotCountAfterOurConnectBeforeALaterStateWasSeen() {
    // Given our connect was accepted, and reads show the FAILED of before
    story.connectedByUs("INTERNAL_ERROR").seconds(5).seesFailedTwice("INTERNAL_ERROR");

    // Then
    assertThat(story.decides()).isInstanceOf(Next.Wait.class);
  }

  @Test
  void itCountsAfterOurConnectOnceConnectingWasSeen() {
    // Given
    story.connectedByUs("INTERNAL_ERROR").seconds(5).sees(ConnectionState.CONNECTING);
    story.minutes(1).seesFailedTwice("INTERNAL_ERROR");

    // Then
    assertThat(story.decides()).isEqualTo(new Next.Diagnose());
  }

  @Test
  void itCountsAtOnceAfterADisconnectThatKmsRefused() {
    // Given
    story.seesFailedTwice("INTERNAL_ERROR");
    story.after(story.decidesAndDiagnoses().pause()).seesFailed("INTERNAL_ERROR");
    story.calls(Act.DISCONNECT).refused(Act.DISCONNECT, "ThrottlingException");
    story.seconds(5).seesFailed("INTERNAL_ERROR");

    // Then
    assertThat(story.decides()).isEqualTo(new Next.Diagnose());
  }

  private void failedAndDisconnectedByUs() {
    story.seesFailedTwice("INTERNAL_ERROR");
    story.after(story.decidesAndDiagnoses().pause()).seesFailed("INTERNAL_ERROR");
    story.makes(Act.DISCONNECT);
  }
}
