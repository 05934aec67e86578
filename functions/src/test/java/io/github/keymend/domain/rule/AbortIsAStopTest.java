package io.github.keymend.domain.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keymend.domain.Story;
import io.github.keymend.domain.incident.ParkReason;
import io.github.keymend.domain.message.Message.Kind;
import io.github.keymend.domain.people.Command;
import io.github.keymend.domain.store.ConnectionState;
import org.junit.jupiter.api.Test;

/** An execution that was aborted: a person said stop; keymend parks and tells. */
class AbortIsAStopTest {
  private final Story story = Story.external();

  @Test
  void theNextRepairParksAndTells() {
    // Given
    story.repair("repair-1").seesFailedTwice("INTERNAL_ERROR").decides();

    // When
    story.opens("repair-2", OwnerStatus.ABORTED);
    Diagnosis diagnosis = story.seesFailed("INTERNAL_ERROR").decidesAndDiagnoses();
    story.rests(diagnosis.reason(), diagnosis.due());

    // Then
    assertThat(diagnosis.reason()).isEqualTo(ParkReason.ABORTED);
    assertThat(story.written()).containsExactly(Kind.GIVEN_UP);
    assertThat(story.letter().body())
        .contains("the execution of the repair was aborted, which keymend takes as a stop.")
        .contains("\"command\":\"resume\"");
  }

  @Test
  void anAbortBeforeTheIncidentOpenedIsAStopToo() {
    // Given the execution was aborted after one look, when no FAILED counted yet
    story.repair("repair-1").seesFailed("INTERNAL_ERROR");
    assertThat(story.decides()).isInstanceOf(Next.Wait.class);

    // When the next repair sees the second, agreeing look
    story.minutes(1).opens("repair-2", OwnerStatus.ABORTED);
    Diagnosis diagnosis = story.seesFailed("INTERNAL_ERROR").decidesAndDiagnoses();

    // Then
    assertThat(diagnosis.reason()).isEqualTo(ParkReason.ABORTED);
  }

  @Test
  void aNoteThatWasLeftBeforeTheAbortDoesNotUndoIt() {
    // Given a resume was noted, then a person aborted the execution
    story.repair("repair-1").seesFailedTwice("INTERNAL_ERROR").decides();
    story.opens("repair-2", story.command(Command.RESUME, story.now()), OwnerStatus.RUNNING);

    // When
    story.minutes(1).opens("repair-3", OwnerStatus.ABORTED);

    // Then
    assertThat(story.item().people().aborted()).isTrue();
    assertThat(story.item().people().consent()).isNull();
  }

  @Test
  void aResumeAfterTheAbortTakesTheIncidentUpAgain() {
    // Given
    story.repair("repair-1").seesFailedTwice("INTERNAL_ERROR").decides();

    // When
    story.minutes(1);
    story.opens("repair-2", story.command(Command.RESUME, story.now()), OwnerStatus.ABORTED);
    Diagnosis diagnosis = story.seesFailed("INTERNAL_ERROR").decidesAndDiagnoses();

    // Then
    assertThat(diagnosis.reason()).isNull();
    assertThat(diagnosis.attempt()).isEqualTo(1);
  }

  @Test
  void anAbortWithNothingLeftToRepairIsAStopForWhatFailsNext() {
    // Given a repair that waits for KMS is aborted, and the sweep gives its claim back
    story.sees(ConnectionState.CONNECTING).repair("repair-1");
    story.minutes(1).remembers(Sweeping.released(story.item(), OwnerStatus.ABORTED, story.now()));

    // When
    story.minutes(5).seesFailedTwice("INTERNAL_ERROR");
    Diagnosis diagnosis = story.decidesAndDiagnoses();

    // Then
    assertThat(story.item().claim()).isNull();
    assertThat(diagnosis.reason()).isEqualTo(ParkReason.ABORTED);
  }

  @Test
  void anAbortIsAStopAlsoWhereRepairsCameToNothing() {
    // Given
    story.repair("repair-1").seesFailedTwice("INTERNAL_ERROR").decidesAndDiagnoses();
    story.remembers(story.item().withStartsWithoutOutcome(3)).minutes(3).sends();
    assertThat(story.sweeps(OwnerStatus.ABORTED)).isEqualTo(Sweeping.Verdict.PARK);

    // When
    story.remembers(
        Sweeping.noProgress(story.item(), OwnerStatus.ABORTED, story.letters(), story.now()));

    // Then
    assertThat(story.item().people().aborted()).isTrue();
    assertThat(story.parked().reason()).isEqualTo(ParkReason.ABORTED);
    assertThat(story.written()).containsExactly(Kind.GIVEN_UP);
  }

  @Test
  void connectedEndsTheStop() {
    // Given
    story.repair("repair-1").seesFailed("INTERNAL_ERROR");
    story.opens("repair-2", OwnerStatus.ABORTED);

    // When
    story.minutes(10).sees(ConnectionState.CONNECTED).seconds(10).sees(ConnectionState.CONNECTED);

    // Then
    assertThat(story.item().people().stoppedAt()).isNull();
  }
}
