package io.github.keymend.domain.table;

import io.github.keymend.domain.store.ConnectionErrorCode;

/**
 * What went wrong: an error code of a FAILED store, or an exception with which KMS refused a call.
 *
 * @param kind where it came from
 * @param name the code or the exception's name
 */
public record Cause(Kind kind, String name) {
  /** Where a cause came from. */
  public enum Kind {
    /** {@code ConnectionErrorCode} of a FAILED store. */
    CODE,
    /** {@code ConnectCustomKeyStore} threw; the store stays DISCONNECTED without a code. */
    CONNECT_REFUSED,
    /** {@code DisconnectCustomKeyStore} threw. */
    DISCONNECT_REFUSED,
    /** {@code UpdateCustomKeyStore} threw: the correction was not taken. */
    UPDATE_REFUSED
  }

  /** The cause that a FAILED store's code stands for. */
  public static Cause code(ConnectionErrorCode code) {
    return new Cause(Kind.CODE, code.value());
  }

  @Override
  public String toString() {
    return name;
  }
}
