package io.github.keymend.domain.table;

import io.github.keymend.domain.store.StoreType;
import java.time.Duration;
import java.util.Set;

/**
 * One row of the decision table.
 *
 * @param types the store types that the cause is legal for
 * @param cause what went wrong
 * @param remedy what is to be done
 * @param attempts how many attempts at most before a person is asked, 0 where keymend makes none by itself
 * @param pause how long to leave the store alone before the first attempt; doubles with each further one
 * @param meaning what the cause means, in one sentence
 * @param evidence how it can be seen that the cause is gone
 * @param instructions what a person is to do
 */
public record Row(
    Set<StoreType> types,
    Cause cause,
    Remedy remedy,
    int attempts,
    Duration pause,
    String meaning,
    String evidence,
    String instructions) {
  /** The longest pause before an attempt; longer is a person's matter. */
  public static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

  /** A defensive copy of the types. */
  public Row {
    types = Set.copyOf(types);
  }

  /** The pause before the attempt with the given number (1 is the first). */
  public Duration pauseBefore(int attempt) {
    Duration doubled = pause.multipliedBy(1L << Math.min(10, Math.max(0, attempt - 1)));
    return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
  }
}
