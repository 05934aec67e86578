package io.github.keymend.domain.checkup;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of the daily look.
 *
 * @param day the day (UTC) that it is about
 * @param begunAt when a sweep took it upon itself; null: none has
 * @param done whether that day's look is over
 * @param told the troubles that were told on that day
 */
public record Checkup(LocalDate day, @Nullable Instant begunAt, boolean done, Set<String> told) {
  /** Longer than a sweep may run (its time-out in the template is 120 s): after that whoever had begun is dead. */
  public static final Duration LEASE = Duration.ofMinutes(3);

  /** Nobody has looked yet. */
  public static final Checkup NONE = new Checkup(LocalDate.EPOCH, null, true, Set.of());

  /** A copy. */
  public Checkup {
    told = Set.copyOf(told);
  }

  /** Whether a sweep should look now: once a day, and again where the one that had begun did not come to an end. */
  public boolean isDue(Instant now) {
    if (!day.equals(dayOf(now))) {
      return true;
    }
    return !done && (begunAt == null || !now.isBefore(begunAt.plus(LEASE)));
  }

  /** The same, begun now. */
  public Checkup begun(Instant now) {
    LocalDate today = dayOf(now);
    return new Checkup(today, now, false, day.equals(today) ? told : Set.of());
  }

  /** Whether this trouble was told today. */
  public boolean hasTold(Trouble trouble) {
    return told.contains(trouble.id());
  }

  /** The same, with a trouble that was told. */
  public Checkup told(Trouble trouble) {
    Set<String> more = new TreeSet<>(told);
    more.add(trouble.id());
    return new Checkup(day, begunAt, done, more);
  }

  /** The same, over for today. */
  public Checkup over() {
    return new Checkup(day, begunAt, true, told);
  }

  private static LocalDate dayOf(Instant now) {
    return now.atZone(ZoneOffset.UTC).toLocalDate();
  }
}
