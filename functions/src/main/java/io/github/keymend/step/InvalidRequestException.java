package io.github.keymend.step;

/** The input of a repair is wrong. The message says what, and what would be right. */
public final class InvalidRequestException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what is wrong and what would be right. */
  public InvalidRequestException(String message) {
    super(message);
  }
}
