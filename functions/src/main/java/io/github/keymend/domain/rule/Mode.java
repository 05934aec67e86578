package io.github.keymend.domain.rule;

/** Whether keymend may act. */
public enum Mode {
  /** Changes nothing; says what it would have done. */
  OBSERVE,
  /** Repairs. */
  REPAIR
}
