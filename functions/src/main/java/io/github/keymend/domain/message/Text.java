package io.github.keymend.domain.message;

import io.github.keymend.domain.incident.Incident;
import io.github.keymend.domain.incident.StoreItem;
import io.github.keymend.domain.store.ConnectionState;
import io.github.keymend.domain.store.Seen;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Builds the body of a message: facts first, then what keymend does, then what you do. Read on a phone at 3 a.m. */
final class Text {
  private static final int SUBJECT_LIMIT = 99;
  private final List<String> lines = new ArrayList<>();

  /** Begins with the facts about the store. */
  static Text about(StoreItem item) {
    Text text = new Text();
    text.line("Store: " + item.identity().customKeyStoreName() + " (" + item.customKeyStoreId()
        + "), " + item.identity().backing());
    Seen seen = item.seen();
    if (seen != null) {
      text.line("State: " + seen.state() + (seen.code() == null ? "" : " " + seen.code())
          + ", seen since " + instant(seen.since()));
      Incident incident = item.incident();
      if (incident != null && incident.openedAt().isBefore(seen.since())) {
        text.line("In trouble since about " + instant(incident.openedAt()));
      }
      if (seen.state() != ConnectionState.CONNECTED) {
        text.line("Every KMS key in this store is unavailable until it is CONNECTED.");
      }
    }
    return text;
  }

  Text line(String line) {
    lines.add(line);
    return this;
  }

  /** A headed paragraph with one line for each command or sentence. */
  Text section(String head, String... content) {
    lines.add("");
    lines.add(head);
    for (String each : content) {
      lines.add("  " + each);
    }
    return this;
  }

  String body() {
    return String.join("\n", lines) + "\n";
  }

  /** A subject that SNS takes: plain ASCII, fewer than 100 characters (SNS API reference, {@code Publish}). */
  static String subject(StoreItem item, String what) {
    String full = "[keymend] " + what + ": " + item.identity().customKeyStoreName() + " "
        + item.customKeyStoreId();
    String plain = full.replaceAll("[^\\x20-\\x7E]", "?");
    return plain.length() <= SUBJECT_LIMIT ? plain : plain.substring(0, SUBJECT_LIMIT - 3) + "...";
  }

  static String instant(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  static String duration(Duration duration) {
    long minutes = duration.toMinutes();
    int seconds = duration.toSecondsPart();
    String rest = seconds == 0 ? "" : " " + seconds + " s";
    return minutes >= 1 ? minutes + " min" + rest : duration.toSeconds() + " s";
  }
}
