package io.github.keymend.lab.service;

/**
 * A call as it arrives.
 *
 * @param operation the operation's name in the API, such as {@code ConnectCustomKeyStore}
 * @param resource what it is about, such as a custom key store id; empty if it is about nothing in particular
 * @param detail what else is worth logging, never a secret: the names of the fields that an update changes
 * @param caller who calls
 */
public record Call(String operation, String resource, String detail, Caller caller) {
  /** A call without detail. */
  public static Call of(String operation, String resource, Caller caller) {
    return new Call(operation, resource, "", caller);
  }
}
