package io.github.keymend.lab.explore.history;

import java.util.List;

/**
 * All that happens from outside, as a value.
 *
 * @param seed what its chances come from: the jitter of retries
 * @param setup how it begins
 * @param actions what happens, in the order of time
 */
public record History(long seed, Setup setup, List<TimedAction> actions) {
  /** A defensive copy. */
  public History {
    actions = List.copyOf(actions);
  }

  /** The same with other actions. */
  public History with(List<TimedAction> others) {
    return new History(seed, setup, others);
  }

  /** The same with another beginning. */
  public History with(Setup other) {
    return new History(seed, other, actions);
  }
}
