package io.github.keymend.domain.checkup;

/**
 * What came of a look at one thing.
 *
 * @param <T> what is seen
 */
public sealed interface Shown<T> {
  /** It is there. */
  record There<T>(T value) implements Shown<T> {}

  /** It does not exist. */
  record Gone<T>() implements Shown<T> {}

  /**
   * keymend may not look.
   *
   * @param permission the IAM action that is missing
   */
  record Forbidden<T>(String permission) implements Shown<T> {}
}
