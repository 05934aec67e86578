package io.github.keymend.step;

/** A sweep could not deal with some stores, after it had dealt with the others; Lambda counts it as an error. */
public final class SweepIncompleteException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says which. */
  public SweepIncompleteException(String message) {
    super(message);
  }
}
