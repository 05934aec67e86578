package io.github.keymend.domain.checkup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Once a day, by one sweep, and no trouble is told twice on a day. */
class CheckupTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Trouble TROUBLE = new Trouble("id", "title", "what", "remedy");

  @Test
  void the_first_sweep_looks() {
    assertThat(Checkup.NONE.isDue(NOON)).isTrue();
  }

  @Test
  void after_a_look_none_is_due_before_the_next_day() {
    Checkup over = Checkup.NONE.begun(NOON).over();

    assertThat(over.isDue(NOON.plus(Duration.ofHours(11).plusMinutes(59)))).isFalse();
    assertThat(over.isDue(Instant.parse("2026-03-02T00:00:00Z"))).isTrue();
  }

  @Test
  void while_one_sweep_looks_no_other_does() {
    Checkup begun = Checkup.NONE.begun(NOON);

    assertThat(begun.isDue(NOON.plusSeconds(120))).isFalse();
  }

  @Test
  void a_look_that_did_not_come_to_its_end_is_taken_up_by_the_next_sweep() {
    Checkup begun = Checkup.NONE.begun(NOON);

    assertThat(begun.isDue(NOON.plus(Duration.ofMinutes(5)))).isTrue();
  }

  @Test
  void what_was_told_is_not_told_again_that_day_also_by_another_sweep() {
    Checkup told = Checkup.NONE.begun(NOON).told(TROUBLE);

    assertThat(told.begun(NOON.plus(Duration.ofMinutes(5))).hasTold(TROUBLE)).isTrue();
  }

  @Test
  void on_the_next_day_it_is_told_again() {
    Checkup told = Checkup.NONE.begun(NOON).told(TROUBLE).over();

    assertThat(told.begun(NOON.plus(Duration.ofDays(1))).hasTold(TROUBLE)).isFalse();
  }
}
