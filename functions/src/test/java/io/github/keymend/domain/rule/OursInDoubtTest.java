package io.github.keymend.domain.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keymend.domain.Story;
import io.github.keymend.domain.incident.Act;
import io.github.keymend.domain.incident.Ours;
import io.github.keymend.domain.incident.ParkReason;
import io.github.keymend.domain.people.Trigger;
import io.github.keymend.domain.people.Trigger.Call;
import io.github.keymend.domain.store.ConnectionState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Soon after our disconnect a read may be an old one, or show what somebody else has done since. */
class OursInDoubtTest {
  private static final Next BY_WHOM = new Next.Park(ParkReason.DISCONNECTED_BY_WHOM, null);
  private final Story story = Story.external();

  /** An old read from before our disconnect, or somebody connects the store that we disconnected: it cannot be told. */
  @ParameterizedTest
  @EnumSource(names = {"CONNECTING", "CONNECTED"})
  void aConnectSeenSoonAfterOurDisconnectLeavesItInDoubt(ConnectionState state) {
    // Given
    story.disconnectedByUs("INTERNAL_ERROR");

    // When
    story.seconds(5).sees(state);

    // Then
    assertThat(story.item().ours()).isEqualTo(Ours.UNKNOWN);
  }

  /** Somebody had connected the store a moment before our disconnect, and the read is as old as that. */
  @ParameterizedTest
  @EnumSource(names = {"CONNECTING", "CONNECTED"})
  void anOldReadFromBeforeOurDisconnectDoesNotClearIt(ConnectionState state) {
    // Given
    story.seesFailedTwice("INTERNAL_ERROR").decides();
    story.after(story.diagnoses().pause()).seesFailed("INTERNAL_ERROR").makes(Act.DISCONNECT);

    // When
    story.seconds(5).sees(state);

    // Then
    assertThat(story.item().ours()).isEqualTo(Ours.OURS);
  }

  /** Somebody disconnected and connected the store by hand while we were about to, and reads are minutes old. */
  @Test
  void anOldReadOfAConnectThatIsKnownOfDoesNotClearIt() {
    // Given
    story.seesFailedTwice("INTERNAL_ERROR").decides();
    story.after(story.diagnoses().pause());
    Trigger connect = story.call(Call.CONNECT, story.now().minusSeconds(10));
    story.seesFailed("INTERNAL_ERROR").makes(Act.DISCONNECT).seconds(60).hears(connect);

    // When
    story.sees(ConnectionState.DISCONNECTING).seconds(30).sees(ConnectionState.CONNECTING);

    // Then
    assertThat(story.item().ours()).isEqualTo(Ours.OURS);
  }

  /** A whole connect and disconnect of another between two looks, and the events of both are lost. */
  @Test
  void whatIsDisconnectingAgainIsInDoubt() {
    // Given
    story.disconnectedByUs("INTERNAL_ERROR");

    // When
    story
        .seconds(30)
        .sees(ConnectionState.DISCONNECTING)
        .minutes(6)
        .sees(ConnectionState.DISCONNECTED);

    // Then
    assertThat(story.decides()).isEqualTo(BY_WHOM);
  }

  @Test
  void twoReadsAtNearlyTheSameTimeThatAreNotOfOneMindLeaveItOurs() {
    // Given
    story.disconnectedByUs("INTERNAL_ERROR");

    // When
    story.seconds(1).sees(ConnectionState.DISCONNECTING);

    // Then
    assertThat(story.item().ours()).isEqualTo(Ours.OURS);
  }

  @Test
  void whatSomebodyConnectedAndDisconnectedSoonAfterOurDisconnectIsNotConnectedByUs() {
    // Given
    story.disconnectedByUs("INTERNAL_ERROR");
    story.seconds(10).sees(ConnectionState.CONNECTING);

    // When the events of both calls are late
    story
        .seconds(30)
        .sees(ConnectionState.DISCONNECTING)
        .minutes(6)
        .sees(ConnectionState.DISCONNECTED);

    // Then
    assertThat(story.decides()).isEqualTo(BY_WHOM);
  }

  /** Reads went back in time twice: to a DISCONNECTED, on which KMS refused our connect, and then to a FAILED. */
  @Test
  void anOldFailedAfterARefusedConnectDoesNotClearIt() {
    // Given
    story.disconnectedByUs("INTERNAL_ERROR").calls(Act.CONNECT);
    story.refused(Act.CONNECT, "CustomKeyStoreInvalidStateException");

    // When
    story.seconds(90).seesFailedTwice("INTERNAL_ERROR").decides();

    // Then
    assertThat(story.item().ours()).isEqualTo(Ours.OURS);
  }
}
