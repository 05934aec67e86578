package io.github.keymend.lab.kms;

import io.github.keymend.lab.service.ServiceError;
import java.util.Set;
import java.util.TreeSet;

/**
 * The errors of the custom key store operations; KMS API reference. All are HTTP 400, KMSInternalException alone is 500.
 * The texts are ours where AWS documents none.
 */
public final class KmsErrors {
  /** The exceptions by which Connect fails at once and leaves the store DISCONNECTED: declared, and not about the state. */
  public static final Set<String> SYNCHRONOUS_CONNECT =
      Set.of("CloudHsmClusterNotActiveException", "CloudHsmClusterInvalidConfigurationException");

  /** What the six operations declare. */
  private static final Set<String> DECLARED = Set.of(
      "CloudHsmClusterInUseException",
      "CloudHsmClusterInvalidConfigurationException",
      "CloudHsmClusterNotActiveException",
      "CloudHsmClusterNotFoundException",
      "CloudHsmClusterNotRelatedException",
      "CustomKeyStoreHasCMKsException",
      "CustomKeyStoreInvalidStateException",
      "CustomKeyStoreNameInUseException",
      "CustomKeyStoreNotFoundException",
      "IncorrectTrustAnchorException",
      "InvalidMarkerException",
      "KMSInternalException",
      "LimitExceededException",
      "XksProxyIncorrectAuthenticationCredentialException",
      "XksProxyInvalidConfigurationException",
      "XksProxyInvalidResponseException",
      "XksProxyUriEndpointInUseException",
      "XksProxyUriInUseException",
      "XksProxyUriUnreachableException",
      "XksProxyVpcEndpointServiceInUseException",
      "XksProxyVpcEndpointServiceInvalidConfigurationException",
      "XksProxyVpcEndpointServiceNotFoundException");

  private KmsErrors() {}

  /** KMSInternalException, HTTP 500. */
  public static ServiceError internal() {
    return new ServiceError(
        "KMSInternalException",
        500,
        "The request was rejected because an internal exception occurred. The request can be retried.");
  }

  /** ThrottlingException in the words of the KMS Developer Guide, "Throttling AWS KMS requests". */
  public static ServiceError throttling() {
    return ServiceError.refusal(
        "ThrottlingException",
        "You have exceeded the rate at which you may call KMS. Reduce the frequency of your calls.");
  }

  /**
   * An exception by its name, such as one of the XksProxy…Exception of UpdateCustomKeyStore.
   *
   * @throws IllegalArgumentException if no custom key store operation declares it
   */
  public static ServiceError named(String type) {
    if (!DECLARED.contains(type)) {
      throw new IllegalArgumentException("no custom key store operation of KMS answers " + type
          + "; they answer " + new TreeSet<>(DECLARED));
    }
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
}
