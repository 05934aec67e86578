package io.github.keymend.step;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A time that may be absent, between the steps: a text, because the workflow's language has no safe null. */
final class Due {
  private Due() {}

  static String write(@Nullable Instant due) {
    return due == null ? "" : due.toString();
  }

  static @Nullable Instant read(String due) {
    return due.isEmpty() ? null : Instant.parse(due);
  }
}
