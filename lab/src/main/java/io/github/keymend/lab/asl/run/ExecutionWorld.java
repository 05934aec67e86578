package io.github.keymend.lab.asl.run;

import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/**
 * What an execution needs from outside, so that it has no time and no randomness of its own.
 *
 * @param clock the virtual time
 * @param lambdas calls the functions
 * @param jitter what a pause with jitter is multiplied with, from 0 to 1
 * @param uuids what {@code $uuid()} gives
 * @param listener is told what happens
 */
public record ExecutionWorld(
    Clock clock,
    LambdaInvoker lambdas,
    DoubleSupplier jitter,
    Supplier<String> uuids,
    ExecutionListener listener) {
  /** Full pauses, uuids that count up, nobody listening. */
  public static ExecutionWorld of(Clock clock, LambdaInvoker lambdas) {
    AtomicLong uuids = new AtomicLong();
    return new ExecutionWorld(
        clock,
        lambdas,
        () -> 1,
        () -> new UUID(0, uuids.incrementAndGet()).toString(),
        ExecutionListener.NONE);
  }

  /** The same with a listener. */
  public ExecutionWorld listening(ExecutionListener other) {
    return new ExecutionWorld(clock, lambdas, jitter, uuids, other);
  }

  /** The same with jitter. */
  public ExecutionWorld jittering(DoubleSupplier other) {
    return new ExecutionWorld(clock, lambdas, other, uuids, listener);
  }
}
