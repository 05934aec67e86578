package io.github.keymend.lab.explore.stage;

import io.github.keymend.domain.breaker.Breaker;
import io.github.keymend.lab.clock.Timeline;
import io.github.keymend.lab.explore.history.Port;
import io.github.keymend.port.BreakerItem;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * The account's breaker with a {@link Fuse} before it, and a witness behind. It is in the same table as the stores, so what
 * goes wrong with those goes wrong with it.
 */
final class FusedBreaker implements BreakerItem {
  private final Timeline timeline;
  private final Lambdas lambdas;
  private final Fuse fuse;
  private final Witness witness;
  private final BreakerItem memory;

  FusedBreaker(Timeline timeline, Lambdas lambdas, Fuse fuse, Witness witness, BreakerItem memory) {
    this.timeline = timeline;
    this.lambdas = lambdas;
    this.fuse = fuse;
    this.witness = witness;
    this.memory = memory;
  }

  @Override
  public Breaker find() {
    return fuse.pass(Port.ITEMS, memory::find);
  }

  @Override
  public <R> R change(Function<Breaker, Change<R>> change) {
    return fuse.pass(Port.ITEMS, () -> {
      AtomicReference<RememberedBreaker> last = new AtomicReference<>();
      R result = memory.change(before -> {
        Change<R> next = change.apply(before);
        last.set(new RememberedBreaker(timeline.now(), lambdas.current(), before, next.breaker()));
        return next;
      });
      RememberedBreaker made = Objects.requireNonNull(last.get());
      if (!made.after().equals(made.before())) {
        witness.breaker(made);
      }
      return result;
    });
  }
}
