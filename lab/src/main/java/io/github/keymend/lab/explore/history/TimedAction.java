package io.github.keymend.lab.explore.history;

import java.time.Duration;

/**
 * An action with its time.
 *
 * @param at how long after the beginning
 * @param store which of the stores, from 0
 * @param action what happens
 */
public record TimedAction(Duration at, int store, Action action) {
  /** The same at another time. */
  public TimedAction at(Duration other) {
    return new TimedAction(other, store, action);
  }

  /** The same time, another action. */
  public TimedAction with(Action other) {
    return new TimedAction(at, store, other);
  }
}
