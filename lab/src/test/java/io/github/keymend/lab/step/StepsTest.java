package io.github.keymend.lab.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.keymend.domain.incident.Claim;
import io.github.keymend.domain.incident.StoreItem;
import io.github.keymend.domain.rule.OwnerStatus;
import io.github.keymend.domain.store.ConnectionState;
import io.github.keymend.domain.store.Identity;
import io.github.keymend.domain.store.KeyStore;
import io.github.keymend.domain.store.Seen;
import io.github.keymend.port.StoreItems;
import io.github.keymend.port.TransientException;
import io.github.keymend.step.LookHandler;
import io.github.keymend.step.OpenHandler;
import io.github.keymend.step.SweepHandler;
import io.github.keymend.step.SweepIncompleteException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What the steps themselves see to, apart from the rules of the domain. */
class StepsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ID = "cks-1234567890abcdef0";
  private static final String OTHER = "cks-1234567890abcdef1";
  private final Bench bench = new Bench();

  private void change(String id, Function<StoreItem, StoreItem> change) {
    Identity identity = bench.shown(id).identity();
    bench.items.change(identity, item -> StoreItems.Change.of(change.apply(item), true));
  }

  @Test
  void a_store_that_its_id_does_not_find_is_looked_for_in_the_unfiltered_list() {
    // Given only the list shows it, as it may where reads are not yet of one mind
    bench.store(ID, ConnectionState.CONNECTED, null);
    KeyStore shown = bench.shown(ID);
    change(
        ID, item -> item.claimed(new Claim("repair-1", 1, bench.clock.instant().plusSeconds(60))));
    Bench blind = new Bench() {
      @Override
      public Optional<KeyStore> byId(String id) {
        return Optional.empty();
      }
    };
    blind.stores.put(ID, shown);
    blind.items = bench.items;

    // When
    var output = new LookHandler(blind.world())
        .handle(new LookHandler.Input("repair-1", ID, 1, bench.clock.instant(), 0));

    // Then
    assertThat(output.state()).isEqualTo("CONNECTED");
  }

  @Test
  void what_is_known_of_one_owner_says_nothing_of_another_that_came_in_between() {
    // Given the owner has ended, and while that is found out another takes the claim
    bench.store(ID, ConnectionState.FAILED, "INTERNAL_ERROR");
    change(
        ID,
        item -> item.claimed(new Claim("repair-1", 1, bench.clock.instant().plusSeconds(4000))));
    bench.owners = arn -> {
      change(
          ID,
          item -> item.claimed(new Claim("repair-2", 2, bench.clock.instant().plusSeconds(4000))));
      return OwnerStatus.SUCCEEDED;
    };

    // When
    var output = new OpenHandler(bench.world())
        .handle(new OpenHandler.Input(
            "repair-3",
            bench.clock.instant(),
            JSON.createObjectNode().put("customKeyStoreId", ID)));

    // Then
    assertThat(output.opened()).isEqualTo("HELD");
  }

  @Test
  void one_store_that_cannot_be_dealt_with_keeps_the_sweep_from_no_other() {
    // Given both have been FAILED for a while
    bench.store(ID, ConnectionState.FAILED, "INTERNAL_ERROR");
    bench.store(OTHER, ConnectionState.FAILED, "INTERNAL_ERROR");
    for (String id : List.of(ID, OTHER)) {
      KeyStore store = bench.shown(id);
      Seen seen = Seen.first(store.state(), store.code(), bench.clock.instant().minusSeconds(300));
      change(id, item -> item.withSeen(seen));
    }
    StoreItems items = bench.items;
    bench.items = new Unwritable(items, ID);

    // When
    assertThatThrownBy(() -> new SweepHandler(bench.world()).handle(JSON.createObjectNode()))
        .isInstanceOf(SweepIncompleteException.class)
        .hasMessageContaining(ID);

    // Then
    assertThat(bench.started).containsExactly(OTHER);
  }

  private record Unwritable(StoreItems items, String id) implements StoreItems {
    @Override
    public Optional<StoreItem> find(String customKeyStoreId) {
      return items.find(customKeyStoreId);
    }

    @Override
    public List<StoreItem> all() {
      return items.all();
    }

    @Override
    public <R> R change(Identity identity, Function<StoreItem, Change<R>> change) {
      if (identity.customKeyStoreId().equals(id)) {
        throw new TransientException("the table does not answer for " + id);
      }
      return items.change(identity, change);
    }
  }
}
