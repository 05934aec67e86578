package io.github.keymend.lab.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.keymend.lab.clock.Timeline;
import io.github.keymend.lab.clock.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PacedWorldTest {
  private static final Instant START = Instant.parse("2026-01-05T03:00:00Z");

  private final AtomicLong realNanos = new AtomicLong(77);
  private final Timeline timeline = new Timeline(new VirtualClock());
  private final List<RuntimeException> failures = new CopyOnWriteArrayList<>();
  private final PacedWorld world = new PacedWorld(timeline, 60, realNanos::get, failures::add);

  @AfterEach
  void close() {
    world.close();
  }

  private Instant now() {
    return world.call(timeline::now);
  }

  private void realSeconds(int seconds) {
    realNanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
  }

  @Test
  void virtual_time_runs_at_a_multiple_of_real_time() {
    assertThat(now()).isEqualTo(START);
    realSeconds(10);
    assertThat(now()).isEqualTo("2026-01-05T03:10:00Z");
  }

  @Test
  void what_was_due_has_happened_before_whoever_acts_looks() {
    // Given
    List<Instant> ran = new ArrayList<>();
    timeline.after(Duration.ofMinutes(5), () -> ran.add(timeline.now()));

    // When
    realSeconds(6);

    // Then
    assertThat(world.call(() -> List.copyOf(ran)))
        .containsExactly(Instant.parse("2026-01-05T03:05:00Z"));
  }

  @Test
  void an_advance_comes_on_top_and_a_new_speed_holds_from_now_on() {
    // When
    assertThat(world.advance(Duration.ofHours(2))).isEqualTo("2026-01-05T05:00:00Z");
    realSeconds(1);
    world.pace(1);
    realSeconds(1);

    // Then
    assertThat(now()).isEqualTo("2026-01-05T05:01:01Z");
  }

  @Test
  void an_action_that_fails_is_told_and_stops_nothing_else() {
    // Given
    List<String> ran = new ArrayList<>();
    timeline.after(Duration.ofMinutes(1), () -> {
      throw new IllegalStateException("boom");
    });
    timeline.after(Duration.ofMinutes(2), () -> ran.add("later"));

    // When
    realSeconds(3);

    // Then
    assertThat(world.call(() -> List.copyOf(ran))).containsExactly("later");
    assertThat(failures).singleElement().satisfies(e -> assertThat(e).hasMessage("boom"));
  }

  @Test
  void without_a_call_time_passes_too() throws InterruptedException {
    // Given
    List<String> ran = new CopyOnWriteArrayList<>();
    timeline.after(Duration.ofMinutes(1), () -> ran.add("done"));
    world.start();
    Thread.sleep(200);

    // When
    realSeconds(2);

    // Then
    for (int i = 0; ran.isEmpty() && i < 100; i++) {
      Thread.sleep(50);
    }
    assertThat(ran).containsExactly("done");
  }

  @Test
  void a_failure_of_whoever_acts_is_his_own() {
    assertThatThrownBy(() -> world.call(() -> {
          throw new IllegalArgumentException("mine");
        }))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("mine");
    assertThatThrownBy(() -> world.pace(-1)).isInstanceOf(IllegalArgumentException.class);
  }
}
