package io.github.keymend.lab.explore;

import io.github.keymend.domain.incident.StoreItem;
import io.github.keymend.domain.rule.Settings;
import io.github.keymend.domain.store.Identity;
import io.github.keymend.port.CallResult;
import io.github.keymend.port.Credential;
import io.github.keymend.port.KeyStoreActs;
import io.github.keymend.port.KeyStores;
import io.github.keymend.port.Messenger;
import io.github.keymend.port.StoreItems;
import io.github.keymend.step.World;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Worlds with one part exchanged. */
final class Worlds {
  private Worlds() {}

  /** What is written is changed: given what stood there and what is to stand there. */
  static UnaryOperator<World> writing(BinaryOperator<StoreItem> change) {
    return world -> with(
        world,
        world.keyStores(),
        world.acts(),
        new Rewriting(world.items(), change),
        world.messenger(),
        world.settings());
  }

  /** Calls that change stores are made in another way. */
  static UnaryOperator<World> acting(BiFunction<String, Supplier<CallResult>, CallResult> change) {
    return world -> with(
        world,
        world.keyStores(),
        new Acting(world.acts(), change),
        world.items(),
        world.messenger(),
        world.settings());
  }

  static UnaryOperator<World> reading(UnaryOperator<KeyStores> change) {
    return world -> with(
        world,
        change.apply(world.keyStores()),
        world.acts(),
        world.items(),
        world.messenger(),
        world.settings());
  }

  static UnaryOperator<World> sending(UnaryOperator<Messenger> change) {
    return world -> with(
        world,
        world.keyStores(),
        world.acts(),
        world.items(),
        change.apply(world.messenger()),
        world.settings());
  }

  static UnaryOperator<World> set(UnaryOperator<Settings> change) {
    return world -> with(
        world,
        world.keyStores(),
        world.acts(),
        world.items(),
        world.messenger(),
        change.apply(world.settings()));
  }

  private static World with(
      World world,
      KeyStores keyStores,
      KeyStoreActs acts,
      StoreItems items,
      Messenger messenger,
      Settings settings) {
    return new World(
        keyStores,
        acts,
        world.secrets(),
        items,
        world.breaker(),
        messenger,
        world.executions(),
        world.surroundings(),
        world.checkups(),
        settings,
        world.letters(),
        world.meter(),
        world.clock());
  }

  private record Rewriting(StoreItems items, BinaryOperator<StoreItem> change)
      implements StoreItems {
    @Override
    public Optional<StoreItem> find(String customKeyStoreId) {
      return items.find(customKeyStoreId);
    }

    @Override
    public List<StoreItem> all() {
      return items.all();
    }

    @Override
    public <R> R change(Identity identity, Function<StoreItem, Change<R>> wanted) {
      return items.change(identity, before -> {
        Change<R> next = wanted.apply(before);
        return new Change<>(change.apply(before, next.item()), next.result(), next.closed());
      });
    }
  }

  private record Acting(
      KeyStoreActs acts, BiFunction<String, Supplier<CallResult>, CallResult> change)
      implements KeyStoreActs {
    @Override
    public CallResult disconnect(String id) {
      return change.apply("disconnect", () -> acts.disconnect(id));
    }

    @Override
    public CallResult update(String id, Credential credential) {
      return change.apply("update", () -> acts.update(id, credential));
    }

    @Override
    public CallResult connect(String id) {
      return change.apply("connect", () -> acts.connect(id));
    }
  }
}
