package io.github.keymend.lab.asl.model;

import java.time.Duration;
import java.util.Optional;

/**
 * One entry of a Retry. Defaults are those of the Step Functions developer guide, "Handling errors".
 *
 * @param errors which errors it is for
 * @param interval before the first retry, 1 s by default
 * @param maxAttempts retries at most, 3 by default; 0 means never
 * @param backoffRate what every further interval is multiplied with, 2.0 by default
 * @param maxDelay no pause is longer than this
 * @param jitter whether a pause is drawn from between 0 and its full length
 */
public record Retrier(
    ErrorEquals errors,
    Duration interval,
    int maxAttempts,
    double backoffRate,
    Optional<Duration> maxDelay,
    boolean jitter) {
  /**
   * The pause before a retry, without jitter.
   *
   * @param used how many retries this retrier has already made in this visit of the state
   */
  public Duration pause(int used) {
    double seconds = interval.toSeconds() * Math.pow(backoffRate, used);
    double capped =
        Math.min(seconds, maxDelay.map(Duration::toSeconds).orElse((long) Integer.MAX_VALUE));
    return Duration.ofMillis(Math.round(capped * 1000));
  }
}
