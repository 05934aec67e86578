package io.github.keymend.step;

/** Another execution holds the claim on the store by now; this one must not act any more. */
public final class ClaimLostException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says who holds it. */
  public ClaimLostException(String message) {
    super(message);
  }
}
