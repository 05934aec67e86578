package io.github.keymend.lab.service;

/** The caller never got an answer: the connection broke, or the call took longer than the caller waits. */
public final class ConnectionLost extends RuntimeException {
  /** A connection lost during {@code operation}. */
  public ConnectionLost(String operation) {
    super(
        "the connection broke during " + operation + ": whether the call took effect is not known");
  }
}
