package io.github.keymend.lab.secrets;

import io.github.keymend.lab.service.ServiceError;

/** The errors of Secrets Manager; Secrets Manager API reference, GetSecretValue and ListSecretVersionIds. */
public final class SecretsErrors {
  private SecretsErrors() {}

  /** InternalServiceError, HTTP 500. */
  public static ServiceError internal() {
    return new ServiceError("InternalServiceError", 500, "An error occurred on the server side.");
  }

  /** DecryptionFailure: the KMS key of the secret cannot be used. */
  public static ServiceError decryptionFailure() {
    return ServiceError.refusal(
        "DecryptionFailure",
        "Secrets Manager can't decrypt the protected secret text using the provided KMS key.");
  }

  static ServiceError notFound() {
    return ServiceError.refusal(
        "ResourceNotFoundException", "Secrets Manager can't find the specified secret.");
  }

  static ServiceError versionNotFound(String what) {
    return ServiceError.refusal(
        "ResourceNotFoundException",
        "Secrets Manager can't find the specified secret value for " + what);
  }

  static ServiceError versionExists(String versionId) {
    return ServiceError.refusal(
        "ResourceExistsException",
        "A resource with the ID you requested already exists: version " + versionId
            + " has another value.");
  }

  static ServiceError invalidToken() {
    return ServiceError.refusal("InvalidNextTokenException", "The NextToken value is invalid.");
  }
}
