package io.github.keymend.lab.asl.run;

import java.time.Duration;

/** A state has failed; its Retry and Catch have not been asked yet. */
final class StateFailedException extends RuntimeException {
  private final String error;
  private final String cause;
  private final Duration after;

  StateFailedException(String error, String cause) {
    this(error, cause, Duration.ZERO);
  }

  /** A failure that shows only some time after the state began to work. */
  StateFailedException(String error, String cause, Duration after) {
    super(error + ": " + cause);
    this.error = Limits.cut(error, Limits.ERROR_LENGTH);
    this.cause = Limits.cut(cause, Limits.CAUSE_LENGTH);
    this.after = after;
  }

  String error() {
    return error;
  }

  String cause() {
    return cause;
  }

  Duration after() {
    return after;
  }
}
