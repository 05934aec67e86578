package io.github.keymend.lab.explore.history;

import io.github.keymend.lab.kms.StoreFaults;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What goes wrong in KMS, or behind the store. */
public sealed interface Trouble extends Action {
  /**
   * The next connects end FAILED.
   *
   * @param code with which code
   * @param times how many of them; {@link StoreFaults#UNTIL_FIXED}: all
   */
  record FailConnects(String code, int times) implements Trouble {}

  /**
   * The next connects are refused at once; CloudHSM stores alone.
   *
   * @param exception with which exception
   * @param times how many of them
   */
  record RefuseConnects(String exception, int times) implements Trouble {}

  /**
   * The next connect takes another time than usual.
   *
   * @param time how long; null: it never ends
   */
  record ConnectsTake(@Nullable Duration time) implements Trouble {}

  /**
   * The next disconnect takes another time than usual.
   *
   * @param time how long; null: it never ends
   */
  record DisconnectsTake(@Nullable Duration time) implements Trouble {}

  /** Every cause is gone. */
  record Fixed() implements Trouble {}

  /**
   * The store is FAILED out of the blue.
   *
   * @param code with which code
   */
  record FailsNow(String code) implements Trouble {}

  /**
   * KMS answers the next calls badly.
   *
   * @param operation which calls by keymend
   * @param times how many
   * @param how in which way
   */
  record CallsGoWrong(String operation, int times, BadAnswer how) implements Trouble {}

  /**
   * How old the view is that reads show from now on.
   *
   * @param old how old
   */
  record ReadsAre(Duration old) implements Trouble {}
}
