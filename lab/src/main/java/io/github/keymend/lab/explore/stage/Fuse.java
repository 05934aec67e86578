package io.github.keymend.lab.explore.stage;

import io.github.keymend.lab.clock.Timeline;
import io.github.keymend.lab.explore.history.Action;
import io.github.keymend.lab.explore.history.Mishap;
import io.github.keymend.lab.explore.history.Port;
import io.github.keymend.port.TransientException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** What every call of an invocation to the outside goes through: here it can die, wait, fail, or be overtaken. */
public final class Fuse {
  private final Timeline timeline;
  private final Lambdas lambdas;
  private final BiConsumer<Integer, Action> world;
  private final Witness witness;
  private final Map<Port, Instant> outages = new EnumMap<>(Port.class);

  Fuse(Timeline timeline, Lambdas lambdas, BiConsumer<Integer, Action> world, Witness witness) {
    this.timeline = timeline;
    this.lambdas = lambdas;
    this.world = world;
    this.witness = witness;
  }

  /** A port does not answer for a while. */
  void outage(Port port, Duration time) {
    outages.put(port, timeline.now().plus(time));
  }

  /** All ports answer. */
  void calm() {
    outages.clear();
  }

  /** Lets a call pass to a port. */
  public <R> R pass(Port port, Supplier<R> call) {
    Invocation invocation = lambdas.current();
    int number = invocation.nextCall();
    happen(invocation, number, false, port);
    if (timeline.now().isBefore(outages.getOrDefault(port, Instant.MIN))) {
      throw new TransientException(port + " does not answer");
    }
    R result = call.get();
    happen(invocation, number, true, port);
    return result;
  }

  private void happen(Invocation invocation, int number, boolean after, Port port) {
    boolean fails = false;
    for (Invocation.Armed armed : invocation.take(number, after)) {
      Action then = armed.meanwhile().then();
      if (then instanceof Mishap && !(then instanceof Mishap.EndsExecutions)) {
        witness.performed(armed.store(), then);
      }
      if (then instanceof Mishap.Dies) {
        throw new Died();
      } else if (then instanceof Mishap.Stalls stalls) {
        timeline.runFor(stalls.time());
      } else if (then instanceof Mishap.Outlives outlives) {
        lambdas.leave(invocation, outlives.time());
      } else if (then instanceof Mishap.PortFails) {
        fails = true;
      } else if (then instanceof Mishap.EndsExecutions || !(then instanceof Mishap)) {
        world.accept(armed.store(), then);
      }
    }
    if (fails) {
      throw new TransientException(port + " does not answer");
    }
  }
}
