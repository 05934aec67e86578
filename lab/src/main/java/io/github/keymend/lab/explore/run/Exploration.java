package io.github.keymend.lab.explore.run;

import java.time.Duration;
import java.util.List;

/**
 * What an exploration has found.
 *
 * @param histories how many were played
 * @param took how long that took
 * @param unavoidable how many breaks nobody could have avoided
 * @param found the histories that broke a rule, by seed
 * @param coverage what met what
 */
public record Exploration(
    int histories, Duration took, long unavoidable, List<Found> found, Coverage coverage) {
  /** How many histories a second were played. */
  public double perSecond() {
    return histories / Math.max(0.001, took.toMillis() / 1000.0);
  }
}
