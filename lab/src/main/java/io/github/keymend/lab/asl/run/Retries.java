package io.github.keymend.lab.asl.run;

import io.github.keymend.lab.asl.model.Retrier;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** Counts the retries of one visit of a state, for each retrier apart. */
final class Retries {
  private final List<Retrier> retriers;
  private final int[] used;
  private int made;

  Retries(List<Retrier> retriers) {
    this.retriers = retriers;
    this.used = new int[retriers.size()];
  }

  /** How long to wait before the next retry; empty if there is none: the first retrier that matches has the say. */
  Optional<Duration> pause(String error, DoubleSupplier jitter) {
    for (int i = 0; i < used.length; i++) {
      Retrier retrier = retriers.get(i);
      if (retrier.errors().matches(error)) {
        if (used[i] >= retrier.maxAttempts()) {
          return Optional.empty();
        }
        made++;
        Duration pause = retrier.pause(used[i]++);
        return Optional.of(retrier.jitter() ? shortened(pause, jitter.getAsDouble()) : pause);
      }
    }
    return Optional.empty();
  }

  /** Retries so far, of all retriers: RetryCount of the context object. */
  int made() {
    return made;
  }

  private static Duration shortened(Duration pause, double factor) {
    return Duration.ofMillis(Math.round(pause.toMillis() * factor));
  }
}
