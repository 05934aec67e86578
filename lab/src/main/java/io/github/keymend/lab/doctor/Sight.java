package io.github.keymend.lab.doctor;

/**
 * What came of one question to AWS.
 *
 * @param <T> what is seen where AWS answers
 */
public sealed interface Sight<T> {
  /** AWS showed it. */
  record Seen<T>(T value) implements Sight<T> {}

  /** AWS says that there is no such thing. */
  record Absent<T>(String what) implements Sight<T> {}

  /**
   * The caller may not ask.
   *
   * @param permission the IAM action that is missing
   */
  record Denied<T>(String permission) implements Sight<T> {}

  /**
   * AWS did not answer the question.
   *
   * @param action the IAM action of the question
   * @param error what it said instead
   */
  record Unanswered<T>(String action, String error) implements Sight<T> {}

  /** The same, where nothing was seen, for another question that was to follow. */
  default <R> Sight<R> without() {
    if (this instanceof Absent<T> absent) {
      return new Absent<>(absent.what());
    }
    if (this instanceof Denied<T> denied) {
      return new Denied<>(denied.permission());
    }
    if (this instanceof Unanswered<T> unanswered) {
      return new Unanswered<>(unanswered.action(), unanswered.error());
    }
    throw new IllegalStateException("it was seen: " + this);
  }

  /** What was seen. */
  static <T> Sight<T> of(T value) {
    return new Seen<>(value);
  }
}
