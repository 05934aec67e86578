package io.github.keymend.aws;

import io.github.keymend.domain.store.ConnectionErrorCode;
import io.github.keymend.domain.store.ConnectionState;
import io.github.keymend.domain.store.Identity;
import io.github.keymend.domain.store.KeyStore;
import io.github.keymend.domain.store.StoreType;
import java.util.Arrays;
import software.amazon.awssdk.services.kms.model.CustomKeyStoresListEntry;
import software.amazon.awssdk.services.kms.model.XksProxyConfigurationType;
import software.amazon.awssdk.services.kms.model.XksProxyConnectivityType;

/** Translates an entry of {@code DescribeCustomKeyStores}. */
final class Describing {
  private Describing() {}

  /**
   * The store that an entry describes.
   *
   * @throws IllegalStateException where KMS names a state or a type that keymend does not know: it must not act then
   */
  static KeyStore store(CustomKeyStoresListEntry entry) {
    StoreType type = type(entry);
    Identity identity = new Identity(
        entry.customKeyStoreId(), entry.customKeyStoreName(), type, backing(entry, type));
    ConnectionState state = state(entry);
    String code = entry.connectionErrorCodeAsString();
    return new KeyStore(identity, state, code == null ? null : new ConnectionErrorCode(code));
  }

  private static StoreType type(CustomKeyStoresListEntry entry) {
    String type = entry.customKeyStoreTypeAsString();
    if (type == null) {
      // As KMS answered before there were external key stores.
      return StoreType.AWS_CLOUDHSM;
    }
    return Arrays.stream(StoreType.values())
        .filter(known -> known.name().equals(type))
        .findFirst()
        .orElseThrow(() -> unknown(entry, "type " + type));
  }

  private static ConnectionState state(CustomKeyStoresListEntry entry) {
    String state = entry.connectionStateAsString();
    return Arrays.stream(ConnectionState.values())
        .filter(known -> known.name().equals(state))
        .findFirst()
        .orElseThrow(() -> unknown(entry, "state " + state));
  }

  private static IllegalStateException unknown(CustomKeyStoresListEntry entry, String what) {
    return new IllegalStateException(
        "KMS shows " + entry.customKeyStoreId() + " with the " + what
            + ", which this version of keymend does not know; it does not act on what it does not know");
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
