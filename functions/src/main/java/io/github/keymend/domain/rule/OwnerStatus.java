package io.github.keymend.domain.rule;

/** What Step Functions says of the execution that holds a claim. Eventually consistent, but an end is final. */
public enum OwnerStatus {
  /** Running, as far as is known. */
  RUNNING,
  /** Ended by itself: succeeded. */
  SUCCEEDED,
  /** Ended by an error or a time-out. */
  BROKEN,
  /** A person aborted it. */
  ABORTED,
  /** Step Functions does not know it. */
  UNKNOWN;

  /** Whether it has ended for good. */
  public boolean hasEnded() {
    return this == SUCCEEDED || this == BROKEN || this == ABORTED;
  }
}
