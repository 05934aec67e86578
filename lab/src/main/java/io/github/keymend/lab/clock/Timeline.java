package io.github.keymend.lab.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * The event loop of the lab: actions at virtual instants, run one after the other in the order of their instants, those
 * of the same instant in the order in which they were scheduled. Single-threaded; the clock stands at an action's instant
 * while the action runs.
 *
 * <p>An action may schedule further actions, and may itself run the timeline (a handler that waits two seconds lets the
 * rest of the world go on meanwhile); an outer {@link #runUntil} then goes on from where the inner one left the clock.
 */
public final class Timeline {
  private final VirtualClock clock;
  private final PriorityQueue<Scheduled> queue =
      new PriorityQueue<>(Comparator.comparing(Scheduled::at).thenComparingLong(Scheduled::number));
  private long scheduled;

  /** A timeline without actions that moves {@code clock}. */
  public Timeline(VirtualClock clock) {
    this.clock = clock;
  }

  /** The clock that this timeline moves. */
  public VirtualClock clock() {
    return clock;
  }

  /** The virtual time now. */
  public Instant now() {
    return clock.instant();
  }

  /**
   * Lets {@code action} run at {@code at}.
   *
   * @throws IllegalArgumentException if {@code at} is before {@link #now}
   */
  public Scheduled schedule(Instant at, Runnable action) {
    if (at.isBefore(now())) {
      throw new IllegalArgumentException("cannot schedule at " + at + ", it is already " + now()
          + ": give an instant that is not past");
    }
    var entry = new Scheduled(at, scheduled++, action);
    queue.add(entry);
    return entry;
  }

  /** Lets {@code action} run {@code delay} from now; zero means after everything that is already due now. */
  public Scheduled after(Duration delay, Runnable action) {
    return schedule(now().plus(delay), action);
  }

  /** When the next action is due; empty if nothing is scheduled. */
  public Optional<Instant> nextAt() {
    dropCancelled();
    return Optional.ofNullable(queue.peek()).map(Scheduled::at);
  }

  /** Moves the clock to the next action and runs it; false, and nothing moves, if nothing is scheduled. */
  public boolean runNext() {
    dropCancelled();
    Scheduled next = queue.poll();
    if (next == null) {
      return false;
    }
    clock.moveTo(next.at());
    next.run();
    return true;
  }

  /** Runs every action that is due at or before {@code end}, then leaves the clock at {@code end}, or where an action took it. */
  public void runUntil(Instant end) {
    while (nextAt().filter(at -> !at.isAfter(end)).isPresent()) {
      runNext();
    }
    clock.moveTo(end);
  }

  /** {@link #runUntil} the instant {@code span} from now. */
  public void runFor(Duration span) {
    runUntil(now().plus(span));
  }

  private void dropCancelled() {
    for (Scheduled first = queue.peek();
        first != null && first.isCancelled();
        first = queue.peek()) {
      queue.remove();
    }
  }
}
