package io.github.keymend.lab.kms;

import org.jspecify.annotations.Nullable;

/**
 * What KMS knows about a store's external key store proxy; KMS API reference, XksProxyConfigurationType.
 *
 * @param connectivity how KMS reaches it
 * @param uriEndpoint {@code https://} and the host
 * @param uriPath the path up to {@code /kms/xks/v1}
 * @param credential the credential that KMS holds, right or wrong
 * @param serviceName the VPC endpoint service; null unless connectivity is VPC_ENDPOINT_SERVICE
 * @param serviceOwner the account that owns the VPC endpoint service; null unless connectivity is VPC_ENDPOINT_SERVICE
 */
public record XksBacking(
    Connectivity connectivity,
    String uriEndpoint,
    String uriPath,
    XksCredential credential,
    @Nullable String serviceName,
    @Nullable String serviceOwner)
    implements Backing {
  /** KMS API reference, XksProxyConnectivityType. */
  public enum Connectivity {
    PUBLIC_ENDPOINT,
    VPC_ENDPOINT_SERVICE
  }
}
