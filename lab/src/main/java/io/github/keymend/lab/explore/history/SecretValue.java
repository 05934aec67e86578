package io.github.keymend.lab.explore.history;

/** What somebody puts into a secret. */
public enum SecretValue {
  /** The credential that the cluster or proxy takes. */
  RIGHT,
  /** A well-formed credential that is not taken. */
  WRONG,
  /** Something that is no credential. */
  MALFORMED
}
