package io.github.keymend.lab.service;

/** An AWS error answer: the service refused the call, or failed at it. */
public final class ServiceError extends RuntimeException {
  private final String type;
  private final int status;

  /**
   * @param type the error's name on the wire, such as {@code CustomKeyStoreInvalidStateException}
   * @param status the HTTP status
   * @param message the text for people
   */
  public ServiceError(String type, int status, String message) {
    super(message);
    this.type = type;
    this.status = status;
  }

  /** An error with status 400, as almost all modelled errors of the JSON services have. */
  public static ServiceError refusal(String type, String message) {
    return new ServiceError(type, 400, message);
  }

  /** Throttling by the JSON services; the text is the one of the KMS Developer Guide, "Throttling AWS KMS requests". */
  public static ServiceError throttling() {
    return refusal(
        "ThrottlingException",
        "You have exceeded the rate at which you may call KMS. Reduce the frequency of your calls.");
  }

  /** IAM said no, in the JSON services' words. */
  public static ServiceError accessDenied(String action) {
    return refusal(
        "AccessDeniedException",
        "The caller is not authorized to perform: " + action
            + " because no identity-based policy allows it");
  }

  /** A shape of the request that the API reference does not allow. */
  public static ServiceError validation(String what) {
    return refusal("ValidationException", "1 validation error detected: " + what);
  }

  /** The error's name on the wire. */
  public String type() {
    return type;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The text for people, never null. */
  public String text() {
    return String.valueOf(getMessage());
  }
}
