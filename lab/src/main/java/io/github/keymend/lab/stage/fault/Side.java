package io.github.keymend.lab.stage.fault;

/** On which side of something. */
public enum Side {
  /** It has not happened. */
  BEFORE,
  /** It has happened. */
  AFTER
}
