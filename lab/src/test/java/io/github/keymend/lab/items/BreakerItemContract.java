package io.github.keymend.lab.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.keymend.domain.breaker.Breaker;
import io.github.keymend.domain.breaker.Held;
import io.github.keymend.domain.message.Message;
import io.github.keymend.domain.store.Identity;
import io.github.keymend.domain.store.StoreType;
import io.github.keymend.port.BreakerItem;
import io.github.keymend.port.BreakerItem.Change;
import io.github.keymend.port.TransientException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the steps rely on of the account's breaker, whatever it is that remembers. */
abstract class BreakerItemContract {
  static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123456789Z");

  /** The memory under test; empty at the beginning of each test. */
  abstract BreakerItem breaker();

  /** Adds one reminder: a change of which two make a difference. */
  static Change<Integer> oneMore(Breaker breaker) {
    int times = breaker.reminders() + 1;
    return new Change<>(breaker.reminded(times), times);
  }

  /** A breaker in which every part has a value. */
  static Breaker full() {
    Identity orders = new Identity("cks-orders", "orders", StoreType.EXTERNAL_KEY_STORE, "a proxy");
    Message message = new Message(
        "account@1/opened", "account@1", Message.Kind.BREAKER_OPENED, "subject", "body", NOW);
    return Breaker.CLOSED
        .reset(NOW.minusSeconds(3600), "reset-1")
        .open(NOW, List.of(new Held(orders, "FAILED XKS_PROXY_TIMED_OUT", NOW.minusSeconds(60))))
        .reminded(2)
        .say(message)
        .telling(NOW);
  }

  @Test
  void nothing_remembered_is_closed() {
    assertThat(breaker().find()).isEqualTo(Breaker.CLOSED);
    assertThat(breaker().find().isOpen()).isFalse();
  }

  @Test
  void all_that_was_written_is_read_at_once() {
    // When
    breaker().change(before -> new Change<>(full(), true));

    // Then
    assertThat(breaker().find()).isEqualTo(full());
    assertThat(breaker().find().openedAt()).isEqualTo(NOW);
  }

  @Test
  void a_change_gives_back_its_result_and_starts_from_what_stands_there() {
    assertThat(breaker().<Integer>change(BreakerItemContract::oneMore)).isEqualTo(1);
    assertThat(breaker().<Integer>change(BreakerItemContract::oneMore)).isEqualTo(2);
  }

  @Test
  void a_write_that_was_overtaken_is_made_again_of_what_stands_then() {
    // Given
    List<Integer> given = new ArrayList<>();

    // When
    breaker().change(before -> {
      given.add(before.reminders());
      if (given.size() == 1) {
        breaker().change(BreakerItemContract::oneMore);
      }
      return oneMore(before);
    });

    // Then
    assertThat(given).containsExactly(0, 1);
    assertThat(breaker().find().reminders()).isEqualTo(2);
  }

  @Test
  void the_same_is_not_written() {
    // Given
    breaker().change(BreakerItemContract::oneMore);
    List<Integer> given = new ArrayList<>();

    // When
    breaker().change(before -> {
      given.add(before.reminders());
      breaker().change(BreakerItemContract::oneMore);
      return new Change<>(before, true);
    });

    // Then: a write would have met the other's, and would have been made again
    assertThat(given).containsExactly(1);
    assertThat(breaker().find().reminders()).isEqualTo(2);
  }

  @Test
  void who_never_gets_through_says_that_it_may_be_tried_again() {
    assertThatThrownBy(() -> breaker().change(before -> {
          breaker().change(BreakerItemContract::oneMore);
          return new Change<>(full(), true);
        }))
        .isInstanceOf(TransientException.class)
        .hasMessage("others kept writing the item of the breaker");
    assertThat(breaker().find().isOpen()).isFalse();
  }

  @Test
  void a_change_that_fails_leaves_everything_as_it_was() {
    breaker().change(BreakerItemContract::oneMore);

    assertThatThrownBy(() -> breaker().change(before -> {
          throw new IllegalStateException("of the domain");
        }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(breaker().find().reminders()).isEqualTo(1);
  }
}
