package io.github.keymend.step;

/** KMS knows no such custom key store. */
public final class UnknownStoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says which, and how to find the right one. */
  public UnknownStoreException(String message) {
    super(message);
  }
}
