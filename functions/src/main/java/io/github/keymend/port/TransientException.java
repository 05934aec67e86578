package io.github.keymend.port;

/** Something outside did not answer; the same step may be tried again. The workflow retries on this name. */
public final class TransientException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what failed. */
  public TransientException(String message) {
    super(message);
  }

  /** Says what failed, and why. */
  public TransientException(String message, Throwable cause) {
    super(message, cause);
  }
}
