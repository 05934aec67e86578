package io.github.keymend.lab.explore.history;

/** How a service's answer to a call can be bad. */
public enum BadAnswer {
  /** ThrottlingException: nothing was done. */
  THROTTLED,
  /** An internal error, nothing was done. */
  INTERNAL_BEFORE,
  /** An internal error, and yet it was done. */
  INTERNAL_AFTER,
  /** The request was lost. */
  LOST_BEFORE,
  /** The answer was lost. */
  LOST_AFTER,
  /** AccessDeniedException: nothing was done. */
  DENIED
}
