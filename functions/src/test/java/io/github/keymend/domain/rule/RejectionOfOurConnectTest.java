package io.github.keymend.domain.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keymend.domain.Story;
import io.github.keymend.domain.incident.Act;
import io.github.keymend.domain.store.ConnectionState;
import org.junit.jupiter.api.Test;

/** A rejection is counted even where no look showed our connect under way; five of them lock kmsuser. */
class RejectionOfOurConnectTest {
  private final Story story = Story.cloudHsm();

  /** A fast connect, seen by no look while it was under way, and somebody disconnects before it has settled. */
  @Test
  void aRejectionOfOurConnectThatAnotherDisconnectsCounts() {
    // Given
    story.repair("repair-1").disconnectedByUs("INTERNAL_ERROR").makes(Act.CONNECT);
    story.seconds(40).seesFailed("INVALID_CREDENTIALS");

    // When
    story.seconds(30).sees(ConnectionState.DISCONNECTED);

    // Then
    assertThat(story.item().guard().mayConnect()).isFalse();
  }

  @Test
  void theSameRejectionSeenTwiceAfterOurConnectCounts() {
    // Given the corrected password is wrong as well
    corrected();
    story.makes(Act.CONNECT).seconds(40).seesFailedTwice("INVALID_CREDENTIALS");

    // When
    story.seconds(30).sees(ConnectionState.DISCONNECTED);

    // Then
    assertThat(story.item().guard().rejections()).isEqualTo(2);
  }

  @Test
  void oneOldReadOfTheRejectionThatWeMendDoesNotCount() {
    // Given
    corrected();
    story.makes(Act.CONNECT).seconds(5).seesFailed("INVALID_CREDENTIALS");

    // When
    story.seconds(5).sees(ConnectionState.CONNECTING);

    // Then
    assertThat(story.item().guard().rejections()).isEqualTo(1);
  }

  private void corrected() {
    story.seesFailedTwice("INVALID_CREDENTIALS").minutes(1).secretVersion("v1");
    story.disconnectedByUs("INVALID_CREDENTIALS").makes(Act.CORRECT).seconds(5);
    story.sees(ConnectionState.DISCONNECTED);
  }
}
