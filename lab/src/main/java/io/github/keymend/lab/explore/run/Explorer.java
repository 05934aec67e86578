package io.github.keymend.lab.explore.run;

import io.github.keymend.lab.explore.rule.Rules;
import io.github.keymend.lab.explore.stage.Depth;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/** Plays many histories on all cores. */
public final class Explorer {
  private final Supplier<Depth> depth;
  private final int threads;

  /** At a depth, of which each thread gets its own. */
  public Explorer(Supplier<Depth> depth, int threads) {
    this.depth = depth;
    this.threads = threads;
  }

  /**
   * Plays the histories of the seeds from {@code seed} on, until one breaks a rule.
   *
   * @param progress is told now and then how many have been played; from any thread
   * @throws IllegalStateException where a thread of its own broke down: what was not played was not explored
   */
  public Exploration explore(long seed, int histories, IntConsumer progress) {
    AtomicInteger next = new AtomicInteger();
    AtomicInteger played = new AtomicInteger();
    AtomicLong unavoidable = new AtomicLong();
    List<Found> found = new ArrayList<>();
    Coverage coverage = new Coverage();
    AtomicReference<Throwable> trouble = new AtomicReference<>();
    long start = System.nanoTime();
    List<Thread> workers = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      Thread worker = new Thread(() -> {
        Player player = new Player(depth.get(), Rules::all);
        Coverage own = new Coverage();
        for (int number = next.getAndIncrement();
            number < histories;
            number = next.getAndIncrement()) {
          own.next();
          Verdict verdict = player.play(Generator.history(seed + number), own);
          unavoidable.addAndGet(verdict.unavoidable());
          progress.accept(played.incrementAndGet());
          long its = seed + number;
          verdict.broken().ifPresent(breach -> {
            synchronized (found) {
              found.add(new Found(its, breach));
            }
            next.set(histories);
          });
        }
        synchronized (coverage) {
          coverage.add(own);
        }
      });
      worker.setUncaughtExceptionHandler((thread, thrown) -> trouble.compareAndSet(null, thrown));
      worker.start();
      workers.add(worker);
    }
    workers.forEach(Explorer::join);
    Throwable thrown = trouble.get();
    if (thrown != null) {
      throw new IllegalStateException("the exploration broke down: " + thrown, thrown);
    }
    found.sort(Comparator.comparingLong(Found::seed));
    return new Exploration(
        played.get(),
        Duration.ofNanos(System.nanoTime() - start),
        unavoidable.get(),
        found,
        coverage);
  }

  private static void join(Thread worker) {
    try {
      worker.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
