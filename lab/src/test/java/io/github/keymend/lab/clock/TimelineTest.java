package io.github.keymend.lab.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {
  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  private final VirtualClock clock = new VirtualClock(START);
  private final Timeline timeline = new Timeline(clock);
  private final List<String> ran = new ArrayList<>();

  @Test
  void actionsRunInTheOrderOfTheirInstants() {
    // Given
    timeline.after(Duration.ofMinutes(2), () -> ran.add("late at " + clock.instant()));
    timeline.after(Duration.ofMinutes(1), () -> ran.add("early at " + clock.instant()));

    // When
    timeline.runFor(Duration.ofMinutes(5));

    // Then
    assertThat(ran)
        .containsExactly("early at 2026-03-01T12:01:00Z", "late at 2026-03-01T12:02:00Z");
    assertThat(clock.instant()).isEqualTo("2026-03-01T12:05:00Z");
  }

  @Test
  void actionsOfTheSameInstantRunInTheOrderOfScheduling() {
    // Given
    for (String name : List.of("a", "b", "c", "d")) {
      timeline.schedule(START, () -> ran.add(name));
    }

    // When
    timeline.runUntil(START);

    // Then
    assertThat(ran).containsExactly("a", "b", "c", "d");
  }

  @Test
  void anActionDueLaterThanTheEndWaits() {
    // Given
    timeline.after(Duration.ofSeconds(11), () -> ran.add("later"));

    // When
    timeline.runFor(Duration.ofSeconds(10));

    // Then
    assertThat(ran).isEmpty();
    assertThat(timeline.nextAt()).contains(START.plusSeconds(11));
  }

  @Test
  void anActionMayScheduleAnotherOneThatIsDueNow() {
    // Given
    timeline.schedule(START, () -> timeline.after(Duration.ZERO, () -> ran.add("second")));

    // When
    timeline.runUntil(START);

    // Then
    assertThat(ran).containsExactly("second");
  }

  @Test
  void anActionMayLetTheRestOfTheWorldGoOn() {
    // Given
    timeline.schedule(START, () -> {
      timeline.runFor(Duration.ofSeconds(5));
      ran.add("waited until " + clock.instant());
    });
    timeline.after(Duration.ofSeconds(2), () -> ran.add("meanwhile"));

    // When
    timeline.runUntil(START);

    // Then
    assertThat(ran).containsExactly("meanwhile", "waited until 2026-03-01T12:00:05Z");
  }

  @Test
  void aCancelledActionDoesNotRun() {
    // Given
    Scheduled cancelled = timeline.after(Duration.ofSeconds(1), () -> ran.add("cancelled"));
    cancelled.cancel();

    // When
    boolean something = timeline.runNext();

    // Then
    assertThat(something).isFalse();
    assertThat(timeline.nextAt()).isEmpty();
    assertThat(clock.instant()).isEqualTo(START);
  }

  @Test
  void thePastIsRefused() {
    assertThatThrownBy(() -> timeline.schedule(START.minusMillis(1), () -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2026-03-01T11:59:59.999Z")
        .hasMessageContaining("not past");
  }
}
