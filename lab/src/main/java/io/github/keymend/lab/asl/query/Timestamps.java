package io.github.keymend.lab.asl.query;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Points in time as Step Functions writes them: UTC, with milliseconds. */
public final class Timestamps {
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

  private Timestamps() {}

  /** For example {@code 2026-01-01T00:00:00.000Z}. */
  public static String format(Instant instant) {
    return MILLIS.format(instant);
  }
}
