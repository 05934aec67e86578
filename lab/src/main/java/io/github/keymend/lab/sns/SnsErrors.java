package io.github.keymend.lab.sns;

import io.github.keymend.lab.service.ServiceError;

/** The errors of Publish as the query protocol spells them; SNS API reference, Publish and "Common errors". */
public final class SnsErrors {
  private SnsErrors() {}

  /** InternalError, HTTP 500. */
  public static ServiceError internal() {
    return new ServiceError("InternalError", 500, "Indicates an internal service error.");
  }

  /** AuthorizationError, HTTP 403. */
  public static ServiceError notAuthorized() {
    return new ServiceError(
        "AuthorizationError", 403, "The caller is not authorized to perform: SNS:Publish");
  }

  /** Throttled, HTTP 429. */
  public static ServiceError throttled() {
    return new ServiceError("Throttled", 429, "Rate exceeded");
  }

  static ServiceError topicNotFound() {
    return new ServiceError("NotFound", 404, "Topic does not exist");
  }

  static ServiceError invalidParameter(String what) {
    return new ServiceError("InvalidParameter", 400, "Invalid parameter: " + what);
  }
}
