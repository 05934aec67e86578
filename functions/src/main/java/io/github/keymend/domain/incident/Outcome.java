package io.github.keymend.domain.incident;

/** What became of an act. */
public enum Outcome {
  /** KMS answered 200. */
  ACCEPTED,
  /** KMS answered with a modelled client error or a throttling: nothing was done. */
  REFUSED,
  /** A server error, a time-out or a broken connection: it may or may not have been done. */
  UNKNOWN,
  /** The last look before the call showed another state than expected: no call was made. */
  NOT_MADE
}
