package io.github.keymend.domain.message;

import io.github.keymend.domain.checkup.Trouble;
import java.time.Instant;
import java.time.LocalDate;

/** Writes what the daily look found. All of it is one thread. */
public final class CheckupLetter {
  private static final String THREAD = "checkup";

  private CheckupLetter() {}

  /** The message about a trouble; the same trouble has the same id all day. */
  public static Message of(Trouble trouble, LocalDate day, Instant now) {
    String body = trouble.what()
        + "\n\nNo store is touched because of this. It is said once a day while it is so.\n\nYou\n  "
        + trouble.remedy() + "\n\nTo see everything\n  ./keymend doctor\n";
    return new Message(
        THREAD + "/" + trouble.id() + "/" + day,
        THREAD,
        Message.Kind.CHECKUP,
        "[keymend] " + trouble.title(),
        body,
        now);
  }
}
