package io.github.keymend.step;

/** A person commands a store that the operator's lists have taken out of keymend's care. */
public final class NotInCareException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says which list, and what to change. */
  public NotInCareException(String message) {
    super(message);
  }
}
