package io.github.keymend.domain.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keymend.domain.Story;
import io.github.keymend.domain.incident.ClosedIncident;
import io.github.keymend.domain.incident.ParkReason;
import io.github.keymend.domain.message.Message.Kind;
import io.github.keymend.domain.people.Command;
import io.github.keymend.domain.people.Trigger.Call;
import io.github.keymend.domain.store.ConnectionState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rule 6: every incident tells its beginning, its turns and its end; and nothing is said twice except reminders. */
class NeverSilentTest {
  private final Story story = Story.external();

  @Test
  void anAttemptIsToldWhenItBegins() {
    // When
    story.seesFailedTwice("INTERNAL_ERROR").decidesAndDiagnoses();

    // Then
    assertThat(story.written()).containsExactly(Kind.SEEN);
  }

  @Test
  void parkingWritesItsMessageAndGivesTheClaimBackInOneBreath() {
    // Given
    asksAPerson();

    // When
    assertThat(story.parks(ParkReason.ASKED_A_PERSON)).isTrue();

    // Then
    assertThat(story.parked().reason()).isEqualTo(ParkReason.ASKED_A_PERSON);
    assertThat(story.parked().state()).isEqualTo(ConnectionState.FAILED);
    assertThat(story.written()).containsExactly(Kind.PERSON_NEEDED);
    assertThat(story.item().claim()).isNull();
  }

  @Test
  void closingWritesItsMessageAndKeepsTheIncidentForPeopleToRead() {
    // Given
    asksAPerson();
    story.minutes(20).sees(ConnectionState.CONNECTED);
    assertThat(story.decides()).isEqualTo(new Next.Wait(Duration.ofSeconds(10)));
    story.seconds(10).sees(ConnectionState.CONNECTED);
    assertThat(story.decides()).isEqualTo(new Next.Close(false));

    // When
    Settling.Closed closed =
        Objects.requireNonNull(Settling.close(story.item(), false, story.letters(), story.now()));

    // Then
    assertThat(closed.item().incident()).isNull();
    assertThat(closed.item().claim()).isNull();
    assertThat(closed.item().outbox()).extracting("kind").containsExactly(Kind.RECOVERED);
    assertThat(closed.closed().ending()).isEqualTo(ClosedIncident.Ending.RECOVERED);
    assertThat(ClosedIncident.KEPT).isEqualTo(Duration.ofDays(90));
  }

  @Test
  void withAnUnreadNoteNothingIsParked() {
    // Given
    asksAPerson();
    story.opens("repair-2", story.command(Command.RESUME, story.now()), OwnerStatus.RUNNING);

    // Then
    assertThat(story.parks(ParkReason.ASKED_A_PERSON)).isFalse();
    assertThat(story.incident().parked()).isNull();
    assertThat(story.written()).isEmpty();
  }

  @Test
  void withAnUnreadNoteNothingIsClosedOrLeft() {
    // Given
    asksAPerson();
    story.opens("repair-2", story.call(Call.DISCONNECT, story.now()), OwnerStatus.RUNNING);

    // Then
    assertThat(story.closes(false)).isFalse();
    assertThat(Settling.leave(story.item())).isNull();
  }

  @Test
  void aNoteThatIsReadLetsItPark() {
    // Given
    asksAPerson();
    story.opens("repair-2", OwnerStatus.RUNNING);

    // When
    story.readsNotes();

    // Then
    assertThat(story.parks(ParkReason.ASKED_A_PERSON)).isTrue();
  }

  @Test
  void nothingToDoAndNoIncidentEndsWithoutAMessage() {
    // Given
    story.repair("repair-1").sees(ConnectionState.CONNECTED);

    // Then
    assertThat(story.decides()).isEqualTo(new Next.Leave());
    assertThat(Objects.requireNonNull(Settling.leave(story.item())).outbox()).isEmpty();
  }

  @Test
  void theSameRestIsToldOnce() {
    // Given
    asksAPerson();
    story.parks(ParkReason.ASKED_A_PERSON);
    story.sends();

    // When another trigger finds it as it was
    story.minutes(5).repair("repair-2").seesFailed("XKS_PROXY_INVALID_CONFIGURATION");
    story.decidesAndDiagnoses();
    story.parks(ParkReason.ASKED_A_PERSON);

    // Then
    assertThat(story.written()).isEmpty();
    assertThat(story.parked().at()).isEqualTo(Instant.parse("2026-03-01T10:00:10Z"));
  }

  @Test
  void aNewFailureWithTheSameCodeIsToldAnew() {
    // Given a person's own connect came to the same end; nobody saw what lay between
    asksAPerson();
    story.parks(ParkReason.ASKED_A_PERSON);
    story.sends().minutes(5).foreign(Call.CONNECT).minutes(11).repair("repair-2");

    // When
    story.seesFailedTwice("XKS_PROXY_INVALID_CONFIGURATION").decidesAndDiagnoses();
    story.parks(ParkReason.ASKED_A_PERSON);

    // Then
    assertThat(story.written()).containsExactly(Kind.PERSON_NEEDED);
  }

  @Test
  void twoRestsInTheSameSecondHaveTwoMessages() {
    // Given
    asksAPerson();
    story.parks(ParkReason.ASKED_A_PERSON);

    // When a resume comes at once
    story.commanded(Command.RESUME).observing().repair("repair-2").decidesAndDiagnoses();
    story.parks(ParkReason.OBSERVING);
    story.commanded(Command.RESUME).repair("repair-3").decidesAndDiagnoses();
    story.parks(ParkReason.OBSERVING);

    // Then
    assertThat(story.item().outbox()).hasSize(3).extracting("id").doesNotHaveDuplicates();
  }

  @Test
  void anotherErrorIsToldAndTheSameOneIsNot() {
    // Given
    asksAPerson();
    story.parks(ParkReason.UNEXPECTED, "Runtime.ExitError");
    story.sends();

    // When
    story.minutes(5).repair("repair-2").parks(ParkReason.UNEXPECTED, "Runtime.ExitError");
    assertThat(story.written()).isEmpty();
    story.minutes(5).repair("repair-3").parks(ParkReason.UNEXPECTED, "States.Timeout");

    // Then
    assertThat(story.written()).containsExactly(Kind.GIVEN_UP);
  }

  @Test
  void twoIncidentsInTheSameSecondAreTwoThreads() {
    // Given
    story.repair("repair-1").sees(ConnectionState.CONNECTED).commanded(Command.CONNECT);
    String first = story.incident().id();
    story.closes(false);

    // When
    story.repair("repair-2").commanded(Command.CONNECT);

    // Then
    assertThat(story.incident().id()).isNotEqualTo(first);
  }

  @Test
  void remindersComeAfterOneHourAfterFourAndThenDaily() {
    // Given
    asksAPerson();
    story.parks(ParkReason.ASKED_A_PERSON);
    story.sends();
    List<Long> hours = new ArrayList<>();

    // When a sweep comes every half hour for three days
    for (int half = 1; half <= 144; half++) {
      story.minutes(30).reminds();
      if (!story.written().isEmpty()) {
        assertThat(story.written()).containsExactly(Kind.REMINDER);
        hours.add(half / 2L);
        story.sends();
      }
    }

    // Then
    assertThat(hours).containsExactly(1L, 4L, 28L, 52L);
  }

  @Test
  void missedRemindersBecomeOne() {
    // Given the sweep was down for two days
    asksAPerson();
    story.parks(ParkReason.ASKED_A_PERSON);
    story.sends();

    // When
    story.minutes(48 * 60).reminds().reminds();

    // Then
    assertThat(story.written()).containsExactly(Kind.REMINDER);
  }

  @Test
  void stopSilencesThem() {
    // Given
    asksAPerson();
    story.parks(ParkReason.ASKED_A_PERSON);
    story.sends().commanded(Command.STOP);

    // When
    story.minutes(90).reminds();

    // Then
    assertThat(story.written()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"GRACE", "STOPPED", "ABORTED", "CONTINUES_LATER"})
  void whereNobodyIsAwaitedNobodyIsReminded(ParkReason reason) {
    // Given
    asksAPerson();
    story.parks(reason);
    story.sends();

    // When
    story.minutes(600).reminds();

    // Then
    assertThat(story.written()).isEmpty();
  }

  private void asksAPerson() {
    story.repair("repair-1").seesFailedTwice("XKS_PROXY_INVALID_CONFIGURATION");
    assertThat(story.decidesAndDiagnoses().reason()).isEqualTo(ParkReason.ASKED_A_PERSON);
  }
}
