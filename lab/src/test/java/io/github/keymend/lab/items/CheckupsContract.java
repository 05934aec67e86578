package io.github.keymend.lab.items;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keymend.domain.checkup.Checkup;
import io.github.keymend.domain.checkup.Trouble;
import io.github.keymend.port.Checkups;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every memory of the daily look does. */
abstract class CheckupsContract {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  abstract Checkups checkups();

  private static Checkup full() {
    return Checkup.NONE
        .begun(NOW)
        .told(new Trouble("b", "t", "w", "r"))
        .told(new Trouble("a/\u00fc \"q\"", "t", "w", "r"));
  }

  @Test
  void nothing_is_remembered_at_first() {
    assertThat(checkups().read()).isEqualTo(Checkup.NONE);
  }

  @Test
  void what_was_written_is_read_again() {
    assertThat(checkups().replace(Checkup.NONE, full())).isTrue();

    assertThat(checkups().read()).isEqualTo(full());
  }

  @Test
  void it_is_replaced_by_whoever_has_read_it_as_it_is() {
    checkups().replace(Checkup.NONE, full());

    assertThat(checkups().replace(checkups().read(), full().over())).isTrue();
    assertThat(checkups().read()).isEqualTo(full().over());
  }

  @Test
  void of_two_who_have_read_the_same_one_writes() {
    // Given
    Checkup first = checkups().read();
    Checkup second = checkups().read();

    // When
    boolean firstWrote = checkups().replace(first, first.begun(NOW));
    boolean secondWrote = checkups().replace(second, second.begun(NOW.plusSeconds(1)));

    // Then
    assertThat(firstWrote).isTrue();
    assertThat(secondWrote).isFalse();
    assertThat(checkups().read()).isEqualTo(first.begun(NOW));
  }
}
