package io.github.keymend.domain.incident;

/** What opened an incident. */
public enum Opening {
  /** The first FAILED that counts. */
  FAILED,
  /** A change that KMS does not finish. */
  STUCK,
  /** The command {@code connect}. */
  COMMAND
}
