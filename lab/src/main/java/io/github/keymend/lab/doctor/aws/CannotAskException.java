package io.github.keymend.lab.doctor.aws;

/** AWS cannot be asked anything: there are no credentials, or it does not accept them. The message says what to do. */
public final class CannotAskException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what to do. */
  public CannotAskException(String message) {
    super(message);
  }
}
