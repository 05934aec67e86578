package io.github.keymend.lab.clock;

import java.time.Instant;

/** One action on a {@link Timeline}. */
public final class Scheduled {
  private final Instant at;
  private final long number;
  private final Runnable action;
  private boolean cancelled;

  Scheduled(Instant at, long number, Runnable action) {
    this.at = at;
    this.number = number;
    this.action = action;
  }

  /** When it runs. */
  public Instant at() {
    return at;
  }

  long number() {
    return number;
  }

  boolean isCancelled() {
    return cancelled;
  }

  /** Takes it off the timeline; without effect once it has run. */
  public void cancel() {
    cancelled = true;
  }

  void run() {
    action.run();
  }
}
