package io.github.keymend.lab.service;

import org.jspecify.annotations.Nullable;

/**
 * How one call goes wrong.
 *
 * @param moment before or after the call has taken effect
 * @param error the answer the caller gets; null: no answer at all, the connection breaks
 */
public record CallFault(Moment moment, @Nullable ServiceError error) {
  /** Whether the effect has happened when things go wrong. */
  public enum Moment {
    /** Nothing has happened. */
    BEFORE,
    /** It has happened, and the caller does not learn it. */
    AFTER
  }

  /** The service answers {@code error} and does nothing. */
  public static CallFault before(ServiceError error) {
    return new CallFault(Moment.BEFORE, error);
  }

  /** The service does what it was asked and then answers {@code error}. */
  public static CallFault after(ServiceError error) {
    return new CallFault(Moment.AFTER, error);
  }

  /** The request never arrives. */
  public static CallFault lostBefore() {
    return new CallFault(Moment.BEFORE, null);
  }

  /** The request takes effect, its answer never arrives. */
  public static CallFault lostAfter() {
    return new CallFault(Moment.AFTER, null);
  }

  /** {@code ThrottlingException}, without effect. */
  public static CallFault throttled() {
    return before(ServiceError.throttling());
  }

  /** {@code AccessDeniedException}, without effect. */
  public static CallFault denied(String action) {
    return before(ServiceError.accessDenied(action));
  }
}
