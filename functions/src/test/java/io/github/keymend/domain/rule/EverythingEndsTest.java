package io.github.keymend.domain.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keymend.domain.Story;
import io.github.keymend.domain.incident.DailyCount;
import io.github.keymend.domain.incident.ParkReason;
import io.github.keymend.domain.message.Message.Kind;
import io.github.keymend.domain.store.ConnectionState;
import io.github.keymend.domain.store.Seen;
import io.github.keymend.domain.table.DecisionTable;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rule 5: a repair ends within its deadline, an incident's attempts within its budget and the daily cap. */
class EverythingEndsTest {
  private final Story story = Story.external();

  @ParameterizedTest
  @CsvSource({"0, 5", "1, 6", "2, 7", "3, 8", "5, 12", "8, 21", "9, 25", "10, 30", "1000, 30"})
  void theWaitsGrowFromFiveToThirtySeconds(int looks, int seconds) {
    assertThat(Pace.after(looks)).isEqualTo(Duration.ofSeconds(seconds));
  }

  @Test
  void aKnownTimeIsWaitedForInStepsOfThirtySeconds() {
    Instant now = Story.START;
    assertThat(Pace.until(now.plusSeconds(31), now)).isEqualTo(Duration.ofSeconds(30));
    assertThat(Pace.until(now.plusSeconds(12), now)).isEqualTo(Duration.ofSeconds(12));
  }

  @Test
  void thePhasesHaveTheirLimits() {
    assertThat(Phase.CONNECT_LIMIT).isEqualTo(Duration.ofMinutes(25));
    assertThat(Phase.DISCONNECT_LIMIT).isEqualTo(Duration.ofMinutes(10));
    assertThat(Phase.isStuck(new Seen(ConnectionState.FAILED, null, now(0), now(99), 2)))
        .isFalse();
  }

  @Test
  void aRepairBeginsNoWaitAfter55Minutes() {
    Deadline deadline = new Deadline(now(0));
    assertThat(deadline.allowsWait(now(54), Duration.ofMinutes(1))).isTrue();
    assertThat(deadline.allowsWait(now(54), Duration.ofSeconds(61))).isFalse();
    assertThat(Deadline.EXECUTION).isEqualTo(Duration.ofMinutes(60));
  }

  @Test
  void anAttemptBeginsOnlyIfBothItsPhasesFit() {
    // 10 minutes to disconnect, 25 to connect, 1 between
    Deadline deadline = new Deadline(now(0));
    assertThat(deadline.allowsAttempt(now(19))).isTrue();
    assertThat(deadline.allowsAttempt(now(19).plusSeconds(1))).isFalse();
  }

  @Test
  void aWaitThatTheRepairHasNoTimeForIsLeftToTheNextOne() {
    // Given
    story.repair("repair-1").seesFailedTwice("INTERNAL_ERROR").decides();
    story.minutes(50).sees(ConnectionState.CONNECTING).minutes(5);

    // When
    Next next = story.sees(ConnectionState.CONNECTING).decides();

    // Then
    assertThat(next).isEqualTo(new Next.Park(ParkReason.CONTINUES_LATER, story.now()));
    story.parks(ParkReason.CONTINUES_LATER);
    assertThat(story.written()).isEmpty();
  }

  @Test
  void withoutAnIncidentSuchAWaitIsLeftAlone() {
    // Given
    story.repair("repair-1").minutes(55).sees(ConnectionState.CONNECTING);

    // Then
    assertThat(story.decides()).isEqualTo(new Next.Leave());
  }

  @Test
  void theDailyCapIsNineAndNoRowHasMoreThanThreeAttempts() {
    assertThat(DailyCount.CAP).isEqualTo(9);
    assertThat(DecisionTable.rows()).allMatch(row -> row.attempts() <= 3);
  }

  @Test
  void threeStartsWithoutANewOutcomeAreToldInsteadOfAFourth() {
    // Given three repairs that the sweep started came to nothing
    story.seesFailedTwice("INTERNAL_ERROR");
    for (int starts = 0; starts < 3; starts++) {
      assertThat(story.sweeps(OwnerStatus.UNKNOWN)).isEqualTo(Sweeping.Verdict.START);
      story.remembers(story.item().withStartsWithoutOutcome(starts + 1));
    }

    // When
    assertThat(story.sweeps(OwnerStatus.UNKNOWN)).isEqualTo(Sweeping.Verdict.PARK);
    story.givesUp();

    // Then
    assertThat(story.parked().reason()).isEqualTo(ParkReason.NO_PROGRESS);
    assertThat(story.written()).containsExactly(Kind.GIVEN_UP);
    assertThat(story.letter().body()).contains("3 repairs in a row");
    assertThat(story.item().claim()).isNull();
    assertThat(story.sweeps(OwnerStatus.UNKNOWN)).isEqualTo(Sweeping.Verdict.NOTHING);
  }

  @Test
  void anotherStateIsANewOutcome() {
    // Given
    story.seesFailed("INTERNAL_ERROR").remembers(story.item().withStartsWithoutOutcome(2));

    // When
    story.seconds(5).sees(ConnectionState.DISCONNECTING);

    // Then
    assertThat(story.item().startsWithoutOutcome()).isZero();
  }

  @Test
  void anErrorIsNot() {
    // Given
    story.repair("repair-1").seesFailedTwice("INTERNAL_ERROR").decides();
    story.remembers(story.item().withStartsWithoutOutcome(2));

    // When
    story.parks(ParkReason.UNEXPECTED, "Runtime.ExitError");

    // Then
    assertThat(story.item().startsWithoutOutcome()).isEqualTo(2);
  }

  private static Instant now(int minutes) {
    return Story.START.plus(Duration.ofMinutes(minutes));
  }
}
