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

  /** What the operations of the lab declare. */
  private static final Set<String> DECLARED = Set.of(
      "CloudHsmClusterInUseException",
      "CloudHsmClusterInvalidConfigurationException",
      "CloudHsmClusterNotActiveException",
      "CloudHsmClusterNotFoundException",
      "CloudHsmClusterNotRelatedException",
      "AlreadyExistsException",
      "CustomKeyStoreHasCMKsException",
      "CustomKeyStoreInvalidStateException",
      "CustomKeyStoreNameInUseException",
      "CustomKeyStoreNotFoundException",
      "DependencyTimeoutException",
      "DisabledException",
      "DryRunOperationException",
      "IncorrectKeyException",
      "IncorrectTrustAnchorException",
      "InvalidArnException",
      "InvalidCiphertextException",
      "InvalidGrantTokenException",
      "InvalidKeyUsageException",
      "InvalidMarkerException",
      "KMSInternalException",
      "KMSInvalidStateException",
      "KeyUnavailableException",
      "LimitExceededException",
      "MalformedPolicyDocumentException",
      "NotFoundException",
      "TagException",
      "UnsupportedOperationException",
      "XksKeyAlreadyInUseException",
      "XksKeyInvalidConfigurationException",
      "XksKeyNotFoundException",
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
        "The request was rejected because an internal exception occurred. The request can be"
            + " retried.");
  }

  /** ThrottlingException in the words of the KMS Developer Guide, "Throttling AWS KMS requests". */
  public static ServiceError throttling() {
    return ServiceError.refusal(
        "ThrottlingException",
        "You have exceeded the rate at which you may call KMS. Reduce the frequency of your"
            + " calls.");
  }

  /**
   * An exception by its name, such as one of the XksProxy…Exception of UpdateCustomKeyStore.
   *
   * @throws IllegalArgumentException if no operation of the lab declares it
   */
  public static ServiceError named(String type) {
    if (!DECLARED.contains(type)) {
      throw new IllegalArgumentException("no operation of the simulated KMS answers " + type
          + "; they answer " + new TreeSet<>(DECLARED));
    }
    if (type.equals("KMSInternalException")) {
      return internal();
    }
    // KeyUnavailableException is HTTP 500 too, DependencyTimeoutException 500 in the SDK and 503 in
    // the Smithy model.
    boolean server =
        type.equals("KeyUnavailableException") || type.equals("DependencyTimeoutException");
    return new ServiceError(type, server ? 500 : 400, "The simulated KMS answers " + type + ".");
  }

  static ServiceError invalidState(String operation, String storeId, ConnectionState state) {
    return ServiceError.refusal(
        "CustomKeyStoreInvalidStateException",
        operation + " is not valid for custom key store " + storeId
            + " while its connection state is " + state + ".");
  }

  static ServiceError notConnectedToProxy(String operation, String storeId, ConnectionState state) {
    return ServiceError.refusal(
        "CustomKeyStoreInvalidStateException",
        operation + " failed: custom key store " + storeId
            + " is not connected to its external key store proxy. Its connection state is " + state
            + ".");
  }

  static ServiceError notFound(String idOrName) {
    return ServiceError.refusal(
        "CustomKeyStoreNotFoundException",
        "AWS KMS cannot find the custom key store " + idOrName + ".");
  }
}
