package io.github.keymend.domain.incident;

/** Whether it was keymend that disconnected the store: only then may it connect without being told to. */
public enum Ours {
  /** keymend has not disconnected it. */
  NONE,
  /** A disconnect is intended and may be under way. */
  INTENDED,
  /** KMS accepted keymend's disconnect. */
  OURS,
  /** It is not known whether keymend's disconnect was taken. */
  UNKNOWN
}
