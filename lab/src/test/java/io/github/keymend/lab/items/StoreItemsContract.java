package io.github.keymend.lab.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.keymend.domain.incident.ClosedIncident;
import io.github.keymend.domain.incident.StoreItem;
import io.github.keymend.domain.message.Message;
import io.github.keymend.domain.people.Trigger;
import io.github.keymend.domain.store.Identity;
import io.github.keymend.domain.store.StoreType;
import io.github.keymend.port.StoreItems;
import io.github.keymend.port.StoreItems.Change;
import io.github.keymend.port.TransientException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the steps rely on, whatever it is that remembers. */
abstract class StoreItemsContract {
  static final Identity ORDERS = identity("cks-orders");
  static final Identity PAYMENTS = identity("cks-payments");

  /** The memory under test; empty at the beginning of each test. */
  abstract StoreItems items();

  /** The closed incidents that were kept, with the second at which each expires. */
  abstract List<Kept> kept();

  record Kept(String customKeyStoreId, String incidentId, long expiresAtSecond) {}

  static Identity identity(String id) {
    return new Identity(id, "name of " + id, StoreType.EXTERNAL_KEY_STORE, "a proxy");
  }

  /** Adds one start: a change of which two make a difference. */
  static Change<Integer> oneMore(StoreItem item) {
    int starts = item.startsWithoutOutcome() + 1;
    return Change.of(item.withStartsWithoutOutcome(starts), starts);
  }

  int starts(Identity identity) {
    return items()
        .find(identity.customKeyStoreId())
        .map(StoreItem::startsWithoutOutcome)
        .orElse(0);
  }

  @Test
  void a_store_that_nothing_is_known_of_starts_from_an_empty_item() {
    // Given
    List<StoreItem> given = new ArrayList<>();

    // When
    items().change(ORDERS, item -> {
      given.add(item);
      return oneMore(item);
    });

    // Then
    assertThat(given).containsExactly(StoreItem.of(ORDERS));
    assertThat(items().find("cks-payments")).isEmpty();
  }

  @Test
  void what_was_written_is_read_at_once() {
    // When
    int result = items().change(ORDERS, StoreItemsContract::oneMore);

    // Then
    assertThat(result).isEqualTo(1);
    assertThat(starts(ORDERS)).isEqualTo(1);
    assertThat(items().all()).containsExactly(StoreItem.of(ORDERS).withStartsWithoutOutcome(1));
  }

  @Test
  void everything_that_can_be_remembered_comes_back_as_it_was() {
    // Given
    StoreItem full = FullItem.of("cks-orders");

    // When
    items().change(full.identity(), item -> Change.of(full, true));

    // Then
    assertThat(items().find("cks-orders")).contains(full);
    assertThat(items().all()).containsExactly(full);
  }

  @Test
  void a_change_is_made_again_of_what_another_has_written_in_between() {
    // Given
    items().change(ORDERS, StoreItemsContract::oneMore);
    List<Integer> given = new ArrayList<>();

    // When
    int result = items().change(ORDERS, item -> {
      given.add(item.startsWithoutOutcome());
      if (given.size() == 1) {
        items().change(ORDERS, StoreItemsContract::oneMore);
      }
      return oneMore(item);
    });

    // Then
    assertThat(given).containsExactly(1, 2);
    assertThat(result).isEqualTo(3);
    assertThat(starts(ORDERS)).isEqualTo(3);
  }

  @Test
  void two_that_find_nothing_do_not_both_begin() {
    // Given
    List<Integer> given = new ArrayList<>();

    // When
    items().change(ORDERS, item -> {
      given.add(item.startsWithoutOutcome());
      if (given.size() == 1) {
        items().change(ORDERS, StoreItemsContract::oneMore);
      }
      return oneMore(item);
    });

    // Then
    assertThat(given).containsExactly(0, 1);
    assertThat(starts(ORDERS)).isEqualTo(2);
  }

  @Test
  void the_same_item_is_not_written() {
    // Given
    items().change(ORDERS, StoreItemsContract::oneMore);
    List<Integer> given = new ArrayList<>();

    // When
    String result = items().change(ORDERS, item -> {
      given.add(item.startsWithoutOutcome());
      items().change(ORDERS, StoreItemsContract::oneMore);
      return Change.of(item, "read");
    });
    items().change(PAYMENTS, item -> Change.of(item, "read"));

    // Then: a write would have met the other's, and would have been made again
    assertThat(result).isEqualTo("read");
    assertThat(given).containsExactly(1);
    assertThat(starts(ORDERS)).isEqualTo(2);
    assertThat(items().find("cks-payments")).isEmpty();
  }

  @Test
  void who_never_gets_through_says_that_it_may_be_tried_again() {
    // Given
    items().change(ORDERS, StoreItemsContract::oneMore);

    // When, Then
    assertThatThrownBy(() -> items().change(ORDERS, item -> {
          items().change(ORDERS, StoreItemsContract::oneMore);
          return Change.of(item.withMissingSince(FullItem.NOW), true);
        }))
        .isInstanceOf(TransientException.class)
        .hasMessage("others kept writing the item of cks-orders");
    assertThat(items().find("cks-orders").orElseThrow().missingSince()).isNull();
  }

  @Test
  void one_store_does_not_disturb_another() {
    // When
    items().change(ORDERS, item -> {
      items().change(PAYMENTS, StoreItemsContract::oneMore);
      return oneMore(item);
    });

    // Then
    assertThat(starts(ORDERS)).isEqualTo(1);
    assertThat(starts(PAYMENTS)).isEqualTo(1);
  }

  @Test
  void a_closed_incident_is_kept_for_90_days_and_is_no_store() {
    // Given
    Instant closedAt = Instant.parse("2026-03-01T13:00:00.5Z");

    // When
    items().change(ORDERS, item -> closing(item, closedAt));

    // Then: 2026-05-30T13:00:00Z
    assertThat(kept()).containsExactly(new Kept("cks-orders", "2026-03-01T11:00:00Z", 1780146000L));
    assertThat(items().all()).extracting(StoreItem::customKeyStoreId).containsExactly("cks-orders");
  }

  @Test
  void an_incident_is_closed_once_however_often_the_change_is_made() {
    // Given
    List<Integer> given = new ArrayList<>();

    // When
    items().change(ORDERS, item -> {
      given.add(kept().size());
      if (given.size() == 1) {
        items().change(ORDERS, StoreItemsContract::oneMore);
      }
      return closing(item, FullItem.NOW);
    });

    // Then: the first write was refused, and nothing of it remained
    assertThat(given).containsExactly(0, 0);
    assertThat(kept()).hasSize(1);
  }

  @Test
  void all_stores_come_back_even_when_they_fill_several_pages() {
    // Given: DynamoDB gives 1 MB at a time
    String text = "x".repeat(250_000);
    List<String> ids =
        List.of("cks-1", "cks-2", "cks-3", "cks-4", "cks-5", "cks-6", "cks-7", "cks-8");

    // When
    for (String id : ids) {
      Message message = new Message("m", "t", Message.Kind.SEEN, "subject", text, FullItem.NOW);
      items().change(identity(id), item -> Change.of(item.withOutbox(List.of(message)), true));
    }

    // Then
    assertThat(items().all())
        .extracting(StoreItem::customKeyStoreId)
        .containsExactlyInAnyOrderElementsOf(ids);
  }

  @Test
  void a_change_that_fails_leaves_everything_as_it_was() {
    // Given
    items().change(ORDERS, StoreItemsContract::oneMore);

    // When, Then
    assertThatThrownBy(() -> items().change(ORDERS, item -> {
          throw new IllegalStateException("of the domain");
        }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("of the domain");
    assertThat(starts(ORDERS)).isEqualTo(1);
  }

  static Change<Boolean> closing(StoreItem item, Instant closedAt) {
    return new Change<>(
        item.withNotes(List.of(new Trigger.Plain("closed"))),
        true,
        new ClosedIncident(
            item.identity(), FullItem.incident(), closedAt, ClosedIncident.Ending.RECOVERED));
  }
}
