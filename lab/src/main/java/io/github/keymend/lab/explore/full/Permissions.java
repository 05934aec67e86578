package io.github.keymend.lab.explore.full;

/** What IAM lets the functions do. */
@FunctionalInterface
public interface Permissions {
  /** Everything. */
  Permissions ALL = (function, action) -> true;

  /**
   * Whether a function may make a call.
   *
   * @param function its logical id in the template
   * @param action in IAM's words, for example {@code kms:ConnectCustomKeyStore}
   */
  boolean allow(String function, String action);
}
