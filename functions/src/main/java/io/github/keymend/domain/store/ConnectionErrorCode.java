package io.github.keymend.domain.store;

/**
 * Why a connect failed, as KMS names it. KMS gives it only while the store is {@link
 * ConnectionState#FAILED}, and may name codes that did not exist when this was written; hence a
 * text and not an enum.
 *
 * @param value the name, for example {@code INVALID_CREDENTIALS}
 */
public record ConnectionErrorCode(String value) {
  /** FAILED without a code: not documented, but nothing in the model forbids it. */
  public static final ConnectionErrorCode NONE = new ConnectionErrorCode("NONE");

  /** The password or proxy credential was rejected. */
  public static final ConnectionErrorCode INVALID_CREDENTIALS =
      new ConnectionErrorCode("INVALID_CREDENTIALS");

  /** Too many rejected passwords: {@code kmsuser} is locked. */
  public static final ConnectionErrorCode USER_LOCKED_OUT =
      new ConnectionErrorCode("USER_LOCKED_OUT");

  @Override
  public String toString() {
    return value;
  }
}
