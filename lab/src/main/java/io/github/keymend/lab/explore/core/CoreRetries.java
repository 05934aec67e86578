package io.github.keymend.lab.explore.core;

import io.github.keymend.port.TransientException;
import java.time.Duration;
import java.util.Set;
import java.util.function.DoubleSupplier;

/** The one Retry that every task of the workflow has. */
final class CoreRetries {
  /** MaxAttempts. */
  static final int MOST = 6;

  private static final Set<String> RETRIED = Set.of(
      "Lambda.ServiceException",
      "Lambda.AWSLambdaException",
      "Lambda.SdkClientException",
      "Lambda.ClientExecutionTimeoutException",
      "Lambda.TooManyRequestsException",
      "Lambda.Unknown",
      "Runtime.ExitError",
      "Sandbox.Timedout",
      "States.Timeout",
      TransientException.class.getName());

  private CoreRetries() {}

  static boolean isRetried(String error) {
    return RETRIED.contains(error);
  }

  /** IntervalSeconds 2, BackoffRate 2, MaxDelaySeconds 60, JitterStrategy FULL. */
  static Duration pause(int made, DoubleSupplier jitter) {
    long seconds = Math.min(60, 2L << made);
    return Duration.ofMillis(Math.round(seconds * 1000 * jitter.getAsDouble()));
  }
}
