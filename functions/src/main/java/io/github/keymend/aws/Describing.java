package io.github.keymend.aws;

import io.github.keymend.domain.store.ConnectionErrorCode;
import io.github.keymend.domain.store.ConnectionState;
import io.github.keymend.domain.store.Identity;
import io.github.keymend.domain.store.KeyStore;
import io.github.keymend.domain.store.StoreType;
import software.amazon.awssdk.services.kms.model.CustomKeyStoresListEntry;
import software.amazon.awssdk.services.kms.model.XksProxyConfigurationType;
import software.amazon.awssdk.services.kms.model.XksProxyConnectivityType;

/** Translates an entry of {@code DescribeCustomKeyStores}. */
final class Describing {
  private Describing() {}

  /**
   * The store that an entry describes.
   *
   * @throws IllegalArgumentException where KMS names a state that keymend does not know: it must not act then
   */
  static KeyStore store(CustomKeyStoresListEntry entry) {
    StoreType type = "EXTERNAL_KEY_STORE".equals(entry.customKeyStoreTypeAsString())
        ? StoreType.EXTERNAL_KEY_STORE
        : StoreType.AWS_CLOUDHSM;
    Identity identity = new Identity(
        entry.customKeyStoreId(), entry.customKeyStoreName(), type, backing(entry, type));
    ConnectionState state = ConnectionState.valueOf(entry.connectionStateAsString());
    String code = entry.connectionErrorCodeAsString();
    return new KeyStore(identity, state, code == null ? null : new ConnectionErrorCode(code));
  }

  private static String backing(CustomKeyStoresListEntry entry, StoreType type) {
    XksProxyConfigurationType proxy = entry.xksProxyConfiguration();
    if (type == StoreType.AWS_CLOUDHSM || proxy == null) {
      return "CloudHSM cluster " + entry.cloudHsmClusterId();
    }
    String address = "external key store proxy " + proxy.uriEndpoint() + proxy.uriPath();
    if (proxy.connectivity() != XksProxyConnectivityType.VPC_ENDPOINT_SERVICE) {
      return address + " (public endpoint)";
    }
    String owner = proxy.vpcEndpointServiceOwner();
    return address + " (VPC endpoint service " + proxy.vpcEndpointServiceName()
        + (owner == null ? ")" : " of account " + owner + ")");
  }
}
