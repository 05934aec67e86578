package io.github.keymend.lab.explore.history;

import java.time.Duration;

/** What AWS around keymend is like. */
public sealed interface Weather extends Action {
  /**
   * How the events of calls arrive from now on.
   *
   * @param delay how late
   * @param copies how often each; 0: lost
   */
  record Trail(Duration delay, int copies) implements Weather {}

  /** A sweep runs now, besides the scheduled ones. */
  record Sweeps() implements Weather {}

  /**
   * Whether scheduled sweeps run from now on.
   *
   * @param running whether they do
   */
  record SweepsAre(boolean running) implements Weather {}

  /** The store's alarm goes off and starts a sweep. */
  record Alarms() implements Weather {}

  /**
   * Something keymend needs does not answer for a while.
   *
   * @param of what
   * @param time for how long
   */
  record Outage(Port of, Duration time) implements Weather {}
}
