package io.github.keymend.lab.kms;

import io.github.keymend.lab.service.ServiceError;
import java.util.Set;

/**
 * The errors of the custom key store operations; KMS API reference. All are HTTP 400, KMSInternalException alone is 500.
 * The texts are ours where AWS documents none.
 */
public final class KmsErrors {
  /** The exceptions by which Connect fails at once and leaves the store DISCONNECTED: declared, and not about the state. */
  public static final Set<String> SYNCHRONOUS_CONNECT =
      Set.of("CloudHsmClusterNotActiveException", "CloudHsmClusterInvalidConfigurationException");

  private KmsErrors() {}

  /** KMSInternalException, HTTP 500. */
  public static ServiceError internal() {
    return new ServiceError(
        "KMSInternalException",
        500,
        "The request was rejected because an internal exception occurred. The request can be retried.");
  }

  /** An exception by its name, such as one of the XksProxy…Exception of UpdateCustomKeyStore. */
  public static ServiceError named(String type) {
    return type.equals("KMSInternalException")
        ? internal()
        : ServiceError.refusal(type, "The simulated KMS answers " + type + ".");
  }

  static ServiceError invalidState(String operation, String storeId, ConnectionState state) {
    return ServiceError.refusal(
        "CustomKeyStoreInvalidStateException",
        operation + " is not valid for custom key store " + storeId
            + " while its connection state is " + state + ".");
  }

  static ServiceError notFound(String idOrName) {
    return ServiceError.refusal(
        "CustomKeyStoreNotFoundException",
        "AWS KMS cannot find the custom key store " + idOrName + ".");
  }

  static ServiceError refusal(String type, String message) {
    return ServiceError.refusal(type, message);
  }
}
