package io.github.keymend.lab.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;

/** How times and money are written for people. */
final class Words {
  private Words() {}

  /** Hours, minutes and seconds, such as {@code 1:02:30}, or {@code 16:40}. */
  static String clock(Duration duration) {
    long hours = duration.toHours();
    int minutes = duration.toMinutesPart();
    int seconds = duration.toSecondsPart();
    return hours == 0
        ? String.format(Locale.ROOT, "%d:%02d", minutes, seconds)
        : String.format(Locale.ROOT, "%d:%02d:%02d", hours, minutes, seconds);
  }

  /** US dollars to a hundredth of a cent, such as {@code $0.0012}. */
  static String usd(BigDecimal usd) {
    return "$" + usd.setScale(4, RoundingMode.HALF_UP).toPlainString();
  }

  /** Real time, such as {@code 2.4 s}. */
  static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
  }
}
