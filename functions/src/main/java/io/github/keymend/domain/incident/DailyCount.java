package io.github.keymend.domain.incident;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * How many attempts were begun on one day (UTC); no command renews it.
 *
 * @param day the day
 * @param attempts how many
 */
public record DailyCount(LocalDate day, int attempts) {
  /** Enough for one incident of three attempts renewed twice; more in one day is a loop, not a repair. */
  public static final int CAP = 9;

  /** No attempt yet. */
  public static final DailyCount ZERO = new DailyCount(LocalDate.EPOCH, 0);

  /** How many attempts were begun on the day of this instant. */
  public int on(Instant now) {
    return day.equals(dayOf(now)) ? attempts : 0;
  }

  /** The same with one more. */
  public DailyCount plusOne(Instant now) {
    return new DailyCount(dayOf(now), on(now) + 1);
  }

  /** Whether the day's attempts are used up. */
  public boolean isReached(Instant now) {
    return on(now) >= CAP;
  }

  /** When the count starts anew. */
  public static Instant nextDay(Instant now) {
    return dayOf(now).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static LocalDate dayOf(Instant now) {
    return now.atZone(ZoneOffset.UTC).toLocalDate();
  }
}
