package io.github.keymend.lab.clock;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that stands still until its {@link Timeline} moves it. Everything in the lab that asks for the time asks this
 * clock, so that a repair of two hours takes milliseconds and every run is repeatable.
 */
public final class VirtualClock extends Clock {
  /** Where every run starts unless it says otherwise: a fixed instant, so that two runs print the same times. */
  public static final Instant DEFAULT_START = Instant.parse("2026-01-05T03:00:00Z");

  private Instant now;

  /** A clock that stands at {@link #DEFAULT_START}. */
  public VirtualClock() {
    this(DEFAULT_START);
  }

  /** A clock that stands at {@code start}. */
  public VirtualClock(Instant start) {
    this.now = start;
  }

  /** Moves forward to {@code instant}; an earlier instant leaves the clock where it is, time never runs backwards. */
  void moveTo(Instant instant) {
    if (instant.isAfter(now)) {
      now = instant;
    }
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  /** Not supported: the lab knows UTC alone, and a copy would no longer move with this clock. */
  @Override
  public Clock withZone(ZoneId zone) {
    if (zone.equals(ZoneOffset.UTC)) {
      return this;
    }
    throw new UnsupportedOperationException("the lab's clock is in UTC, not " + zone);
  }
}
