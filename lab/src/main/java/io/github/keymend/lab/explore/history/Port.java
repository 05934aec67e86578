package io.github.keymend.lab.explore.history;

/** What keymend needs from the world. */
public enum Port {
  /** KMS, for reading. */
  KEY_STORES,
  /** KMS, for changing. */
  ACTS,
  /** The memory. */
  ITEMS,
  /** The way to people. */
  MESSENGER,
  /** The named secrets. */
  SECRETS,
  /** Step Functions. */
  EXECUTIONS
}
