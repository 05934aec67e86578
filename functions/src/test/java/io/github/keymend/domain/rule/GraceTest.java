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
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** After a foreign call keymend keeps its hands off: 10 minutes after the call, 60 for an incident, until a command. */
class GraceTest {
  private final Story story = Story.external();

  @Test
  void itLastsUntilTenMinutesAfterTheCallsOwnTime() {
    // Given a person's connect at 10:00 fails; its event comes 3 minutes later
    story.sees(ConnectionState.CONNECTING).minutes(3).hears(story.call(Call.CONNECT, Story.START));

    // When
    Diagnosis diagnosis =
        story.repair("repair-1").seesFailedTwice("INTERNAL_ERROR").decidesAndDiagnoses();

    // Then
    assertThat(diagnosis.reason()).isEqualTo(ParkReason.GRACE);
    assertThat(diagnosis.due()).isEqualTo(Instant.parse("2026-03-01T10:10:00Z"));
  }

  @Test
  void itIsAnnounced() {
    // Given
    story.repair("repair-1").seesFailedTwice("INTERNAL_ERROR").foreign(Call.UPDATE);

    // When
    Diagnosis diagnosis = story.decidesAndDiagnoses();
    story.rests(diagnosis.reason(), diagnosis.due());

    // Then
    assertThat(story.written()).containsExactly(Kind.WAITING);
    assertThat(story.letter().body())
        .contains("arn:aws:iam::111122223333:user/alice")
        .contains("looks again at 2026-03-01T10:10:10Z by itself");
  }

  @Test
  void oneCallerIsAnnouncedOnceHoweverOftenTheyCall() {
    // Given
    story.repair("repair-1").seesFailedTwice("INTERNAL_ERROR").foreign(Call.UPDATE);
    rests();
    story.sends();

    // When
    story.minutes(2).foreign(Call.UPDATE).repair("repair-2").seesFailed("INTERNAL_ERROR");
    rests();

    // Then it lasts longer, and is not said again
    assertThat(story.parked().due()).isEqualTo(Instant.parse("2026-03-01T10:12:10Z"));
    assertThat(story.written()).isEmpty();
  }

  @Test
  void anEventThatComesTooLateAsksForNone() {
    // Given the call was ten minutes ago
    story.minutes(10).hears(story.call(Call.CONNECT, Story.START)).repair("repair-1");

    // Then
    assertThat(story.seesFailedTwice("INTERNAL_ERROR").decidesAndDiagnoses().reason())
        .isNull();
  }

  @Test
  void anIncidentHasSixtyMinutesOfItAtMost() {
    // Given a program that calls every five minutes
    story.repair("repair-1").seesFailedTwice("INTERNAL_ERROR").foreign(Call.UPDATE);
    rests();
    for (int i = 0; i < 11; i++) {
      story.minutes(5).foreign(Call.UPDATE).repair("repair").seesFailed("INTERNAL_ERROR");
      rests();
    }
    assertThat(story.parked().due()).isEqualTo(Instant.parse("2026-03-01T11:00:10Z"));

    // When
    story.minutes(5).foreign(Call.UPDATE).repair("repair").seesFailed("INTERNAL_ERROR");

    // Then
    assertThat(story.decidesAndDiagnoses().reason()).isNull();
  }

  @ParameterizedTest
  @EnumSource(names = {"CONNECT", "RESUME"})
  void aCommandEndsIt(Command command) {
    // Given
    story.repair("repair-1").seesFailedTwice("INTERNAL_ERROR").foreign(Call.UPDATE);
    rests();

    // When
    story.minutes(1).commanded(command).repair("repair-2").seesFailed("INTERNAL_ERROR");

    // Then
    assertThat(story.decidesAndDiagnoses().reason()).isNull();
  }

  @Test
  void itStopsAnActThatIsNext() {
    // Given our disconnect is made
    story.repair("repair-1").disconnectedByUs("INTERNAL_ERROR");

    // When
    story.foreign(Call.UPDATE);

    // Then
    assertThat(story.intends(Act.CONNECT)).isFalse();
    assertThat(story.decides())
        .isEqualTo(new Next.Park(ParkReason.GRACE, story.now().plusSeconds(600)));
  }

  @Test
  void itIsOverByItselfAndTheRepairGoesOn() {
    // Given
    itStopsAnActThatIsNext();
    story.parks(ParkReason.GRACE);

    // When
    story.minutes(10).repair("repair-2").sees(ConnectionState.DISCONNECTED);

    // Then
    assertThat(story.decides()).isEqualTo(new Next.Connect(1));
  }

  private void rests() {
    Diagnosis diagnosis = story.decidesAndDiagnoses();
    assertThat(diagnosis.reason()).isEqualTo(ParkReason.GRACE);
    story.rests(diagnosis.reason(), diagnosis.due());
  }

  @Test
  void anotherCallerIsAnnouncedToo() {
    // Given
    story.repair("repair-1").seesFailedTwice("INTERNAL_ERROR").foreign(Call.UPDATE);
    rests();
    story.sends();

    // When
    story
        .minutes(2)
        .hears(new Trigger.ForeignCall(
            "event-bob", Call.UPDATE, story.now(), "arn:aws:iam::111122223333:user/bob", null));
    story.repair("repair-2").seesFailed("INTERNAL_ERROR");
    rests();

    // Then
    assertThat(story.written()).containsExactly(Kind.WAITING);
    assertThat(story.letter().body()).contains("arn:aws:iam::111122223333:user/bob");
  }
}
