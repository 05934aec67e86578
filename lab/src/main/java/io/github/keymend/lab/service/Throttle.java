package io.github.keymend.lab.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * How often each operation may be called: a bucket of tokens per operation, as large as one second's worth, that fills
 * evenly. It counts virtual seconds: whoever runs the clock at 60 times real time may call 60 times as often.
 */
final class Throttle {
  private static final double NANOS = 1e9;

  private final Clock clock;
  private final Map<String, Integer> perSecond;
  private final Map<String, Bucket> buckets = new HashMap<>();

  Throttle(Clock clock, Map<String, Integer> perSecond) {
    this.clock = clock;
    this.perSecond = Map.copyOf(perSecond);
  }

  /** Counts a call of {@code operation}; false if it is one too many. */
  boolean admits(String operation) {
    Integer rate = perSecond.get(operation);
    if (rate == null) {
      return true;
    }
    Instant now = clock.instant();
    Bucket before = buckets.getOrDefault(operation, new Bucket(rate, now));
    double elapsed = Duration.between(before.at, now).toNanos() / NANOS;
    double tokens = Math.min(rate, before.tokens + elapsed * rate);
    boolean admitted = tokens >= 1;
    buckets.put(operation, new Bucket(admitted ? tokens - 1 : tokens, now));
    return admitted;
  }

  private record Bucket(double tokens, Instant at) {}
}
