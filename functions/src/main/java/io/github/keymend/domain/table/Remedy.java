package io.github.keymend.domain.table;

/** What is to be done about a failed connection. The workflow branches by it. */
public enum Remedy {
  /** The cause is likely to pass by itself: disconnect, wait, connect again. */
  RETRY,
  /** Disconnect, give KMS the credential that a person has put into the named secret, connect. */
  CORRECT,
  /** An AWS API or a probe can see the cause; park until it is gone. */
  WAIT_FOR_THE_CAUSE,
  /** Only a person can help; park until one has acted. */
  ASK_A_PERSON
}
