package io.github.keymend.domain.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keymend.domain.Story;
import io.github.keymend.domain.incident.Opening;
import io.github.keymend.domain.incident.ParkReason;
import io.github.keymend.domain.message.Message.Kind;
import io.github.keymend.domain.people.Command;
import io.github.keymend.domain.store.ConnectionState;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A change that KMS does not finish, and a store that KMS does not list any more. */
class StuckAndGoneTest {
  private final Story story = Story.cloudHsm();

  @Test
  void connectingIsStuckAfter25MinutesByOurOwnRecord() {
    // Given
    story.sees(ConnectionState.CONNECTING).minutes(25).repair("repair-1");
    story.sees(ConnectionState.CONNECTING);

    // When
    Next next = story.decides();

    // Then it is told and parked, and nothing is disconnected
    assertThat(next).isEqualTo(new Next.Park(ParkReason.STUCK, null));
    assertThat(story.incident().opening()).isEqualTo(Opening.STUCK);
    assertThat(story.parks(ParkReason.STUCK)).isTrue();
    assertThat(story.written()).containsExactly(Kind.PERSON_NEEDED);
  }

  @Test
  void connectingIsWaitedForUpToThat() {
    // Given
    story.sees(ConnectionState.CONNECTING).minutes(24).seconds(59).repair("repair-1");
    story.sees(ConnectionState.CONNECTING);

    // Then
    assertThat(story.decides()).isEqualTo(new Next.Wait(Duration.ofSeconds(5)));
    assertThat(story.item().incident()).isNull();
  }

  @Test
  void disconnectingIsStuckAfterTenMinutes() {
    // Given
    story.sees(ConnectionState.DISCONNECTING).minutes(10).repair("repair-1");
    story.sees(ConnectionState.DISCONNECTING);

    // Then
    assertThat(story.decides()).isEqualTo(new Next.Park(ParkReason.STUCK, null));
  }

  @Test
  void disconnectingIsWaitedForUpToThat() {
    // Given
    story.sees(ConnectionState.DISCONNECTING).minutes(9).seconds(59).repair("repair-1");
    story.sees(ConnectionState.DISCONNECTING);

    // Then
    assertThat(story.decides()).isInstanceOf(Next.Wait.class);
  }

  @Test
  void aStopSilencesAStuckChangeToo() {
    // Given
    story.seesFailedTwice("INTERNAL_ERROR").decides();
    story.commanded(Command.STOP).sees(ConnectionState.CONNECTING).minutes(25).repair("repair-1");
    story.sees(ConnectionState.CONNECTING);

    // Then
    assertThat(story.decides()).isEqualTo(new Next.Park(ParkReason.STOPPED, null));
  }

  @Test
  void aStoreIsGoneOnlyWhenListsTenMinutesApartLackIt() {
    // Given
    story.repair("repair-1").seesFailedTwice("INTERNAL_ERROR").decides();
    story.seesItMissing();

    // When
    Next early = story.minutes(9).seesItMissing().decides();
    Next late = story.minutes(1).seesItMissing().decides();

    // Then
    assertThat(early).isEqualTo(new Next.Wait(Duration.ofSeconds(30)));
    assertThat(late).isEqualTo(new Next.Close(true));
    assertThat(story.closes(true)).isTrue();
    assertThat(story.written()).containsExactly(Kind.GONE);
  }

  @Test
  void aStoreThatIsListedAgainIsNotGone() {
    // Given
    story.repair("repair-1").seesFailedTwice("INTERNAL_ERROR").decides();
    story.seesItMissing().minutes(6).seesFailed("INTERNAL_ERROR").minutes(6).seesItMissing();

    // Then
    assertThat(story.decides()).isInstanceOf(Next.Wait.class);
    assertThat(story.item().missingSince()).isEqualTo(Instant.parse("2026-03-01T10:12:10Z"));
  }

  @Test
  void aStoreThatIsGoneWithoutAnIncidentIsNobodysBusiness() {
    // Given
    story.repair("repair-1").seesItMissing().minutes(10).seesItMissing();

    // Then
    assertThat(story.decides()).isEqualTo(new Next.Leave());
  }
}
