package io.github.keymend.port;

/** A secret's value does not have the form that KMS takes. The message never holds the value. */
public final class UnusableSecretException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what is wrong with the form, and what would be right. */
  public UnusableSecretException(String message) {
    super(message);
  }
}
