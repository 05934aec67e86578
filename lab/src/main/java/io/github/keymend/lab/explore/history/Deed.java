package io.github.keymend.lab.explore.history;

/** What people and other programs do. What is not possible at that moment does not happen. */
public sealed interface Deed extends Action {
  /** Somebody calls ConnectCustomKeyStore. */
  record Connects() implements Deed {}

  /** Somebody calls DisconnectCustomKeyStore. */
  record Disconnects() implements Deed {}

  /**
   * Somebody calls UpdateCustomKeyStore with a credential.
   *
   * @param right whether it is the one that the cluster or proxy takes
   */
  record Updates(boolean right) implements Deed {}

  /** Somebody gives the store another name. */
  record Renames() implements Deed {}

  /** Somebody deletes the store. */
  record Deletes() implements Deed {}

  /**
   * Somebody commands keymend.
   *
   * @param command {@code connect}, {@code resume}, {@code stop} or {@code reset}
   */
  record Commands(String command) implements Deed {}

  /** Somebody resets the account's breaker. */
  record ResetsBreaker() implements Deed {}

  /** Somebody starts a repair by hand, without a command. */
  record StartsRepair() implements Deed {}

  /** Somebody changes the password in the cluster, or the credential in the proxy, and tells neither KMS nor the secret. */
  record ChangesPassword() implements Deed {}

  /**
   * Somebody puts a new version into the store's named secret.
   *
   * @param value what it holds
   */
  record PutsSecret(SecretValue value) implements Deed {}
}
