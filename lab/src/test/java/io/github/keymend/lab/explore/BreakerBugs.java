package io.github.keymend.lab.explore;

import io.github.keymend.domain.breaker.Breaker;
import io.github.keymend.domain.message.Message;
import io.github.keymend.port.BreakerItem;
import io.github.keymend.step.World;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The bugs in what is remembered of the account's breaker that exploration must find. */
final class BreakerBugs {
  private BreakerBugs() {}

  static List<PlantedBug> all() {
    return List.of(
        new PlantedBug("the breaker never opens", opening((before, after) -> before), 17),
        new PlantedBug(
            "the breaker opens and tells nobody", opening((before, after) -> silent(after)), 17),
        new PlantedBug("a reset closes nothing", closing((before, after) -> before, true), 235),
        new PlantedBug(
            "the breaker never closes by itself", closing((before, after) -> before, false), 17));
  }

  private static UnaryOperator<World> opening(BinaryOperator<Breaker> bug) {
    return breaking(
        (before, after) -> !before.isOpen() && after.isOpen() ? bug.apply(before, after) : after);
  }

  private static UnaryOperator<World> closing(BinaryOperator<Breaker> bug, boolean byReset) {
    return breaking((before, after) -> {
      boolean reset = after.resetBy() != null && !after.resetBy().equals(before.resetBy());
      return before.isOpen() && !after.isOpen() && reset == byReset
          ? bug.apply(before, after)
          : after;
    });
  }

  private static Breaker silent(Breaker breaker) {
    return breaker.told(breaker.outbox().stream().map(Message::id).toList());
  }

  /** What is written of the account's breaker is changed, and what is made of it. */
  private static UnaryOperator<World> breaking(BinaryOperator<Breaker> change) {
    return world -> new World(
        world.keyStores(),
        world.acts(),
        world.secrets(),
        world.items(),
        new Rewriting(world.breaker(), change),
        world.messenger(),
        world.executions(),
        world.surroundings(),
        world.checkups(),
        world.settings(),
        world.letters(),
        world.meter(),
        world.clock());
  }

  private record Rewriting(BreakerItem item, BinaryOperator<Breaker> change)
      implements BreakerItem {
    @Override
    public Breaker find() {
      return item.find();
    }

    @Override
    @SuppressWarnings(
        "unchecked") // where the result is the breaker, it is the one that was written
    public <R> R change(Function<Breaker, Change<R>> wanted) {
      return item.change(before -> {
        Change<R> next = wanted.apply(before);
        Breaker changed = change.apply(before, next.breaker());
        return next.result() instanceof Breaker
            ? new Change<>(changed, (R) changed)
            : new Change<>(changed, next.result());
      });
    }
  }
}
