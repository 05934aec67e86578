package io.github.keymend.lab.http;

import io.github.keymend.lab.clock.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Moves a timeline at a multiple of real time, and lets many threads act on it one after the other. Everything on the
 * timeline happens on one thread; whoever acts finds the clock where real time has taken it.
 */
public final class PacedWorld implements AutoCloseable {
  /** How often the world moves on while nobody acts. */
  private static final Duration TICK = Duration.ofMillis(50);

  private final Timeline timeline;
  private final LongSupplier nanos;
  private final Consumer<RuntimeException> failures;
  private final ScheduledExecutorService thread;
  private @Nullable Future<?> ticking;
  private double speed;
  private Instant anchor;
  private long anchorNanos;

  /**
   * A world that stands still until {@link #start}.
   *
   * @param timeline the timeline, which from now on belongs to this world
   * @param speed virtual seconds per real second; 0: the clock moves by {@link #advance} alone
   * @param nanos real time, as {@link System#nanoTime}
   * @param failures is told of an action on the timeline that failed; the world goes on
   */
  public PacedWorld(
      Timeline timeline, double speed, LongSupplier nanos, Consumer<RuntimeException> failures) {
    this.timeline = timeline;
    this.nanos = nanos;
    this.failures = failures;
    this.speed = requireSpeed(speed);
    this.anchor = timeline.now();
    this.anchorNanos = nanos.getAsLong();
    this.thread = Executors.newSingleThreadScheduledExecutor(task -> {
      var worker = new Thread(task, "lab-world");
      worker.setDaemon(true);
      return worker;
    });
  }

  /** From now on the clock moves. */
  public void start() {
    thread.execute(this::anchor);
    ticking = thread.scheduleWithFixedDelay(
        this::catchUp, TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Runs {@code action} in the world at the present virtual time, and waits for it. */
  public <T> T call(Callable<T> action) {
    try {
      return thread
          .submit(() -> {
            catchUp();
            return action.call();
          })
          .get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the lab", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /** Lets {@code span} of virtual time pass at once: the time it then is. */
  public Instant advance(Duration span) {
    return call(() -> {
      runUntil(timeline.now().plus(span));
      anchor();
      return timeline.now();
    });
  }

  /** Changes the speed. */
  public void pace(double newSpeed) {
    double checked = requireSpeed(newSpeed);
    call(() -> {
      anchor();
      speed = checked;
      return checked;
    });
  }

  /** Virtual seconds per real second; to be asked in the world. */
  public double speedNow() {
    return speed;
  }

  @Override
  public void close() {
    if (ticking != null) {
      ticking.cancel(false);
    }
    thread.shutdownNow();
  }

  private void anchor() {
    anchor = timeline.now();
    anchorNanos = nanos.getAsLong();
  }

  private void catchUp() {
    double passed = (nanos.getAsLong() - anchorNanos) * speed;
    runUntil(anchor.plusNanos((long) passed));
  }

  private void runUntil(Instant end) {
    boolean arrived = false;
    while (!arrived) {
      try {
        timeline.runUntil(end);
        arrived = true;
      } catch (RuntimeException e) {
        // What failed is off the timeline; the rest of the world must not stand still for it.
        failures.accept(e);
      }
    }
  }

  private static double requireSpeed(double speed) {
    if (!(speed >= 0 && speed <= 100_000)) {
      throw new IllegalArgumentException(
          "the speed is " + speed + ", it must be from 0 to 100000 times real time");
    }
    return speed;
  }
}
