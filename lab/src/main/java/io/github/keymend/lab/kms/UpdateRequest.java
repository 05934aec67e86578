package io.github.keymend.lab.kms;

import io.github.keymend.lab.service.Secret;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What UpdateCustomKeyStore is asked; a null field stays as it is. KMS API reference, UpdateCustomKeyStore.
 *
 * @param storeId the store
 * @param newName NewCustomKeyStoreName
 * @param password KeyStorePassword: what KMS is to hold for kmsuser; changes nothing in the cluster and is not tried
 * @param clusterId CloudHsmClusterId
 * @param credential XksProxyAuthenticationCredential
 * @param uriPath XksProxyUriPath
 * @param uriEndpoint XksProxyUriEndpoint
 * @param connectivity XksProxyConnectivity
 * @param serviceName XksProxyVpcEndpointServiceName; empty removes it
 * @param serviceOwner XksProxyVpcEndpointServiceOwner
 */
public record UpdateRequest(
    String storeId,
    @Nullable String newName,
    @Nullable Secret password,
    @Nullable String clusterId,
    @Nullable XksCredential credential,
    @Nullable String uriPath,
    @Nullable String uriEndpoint,
    XksBacking.@Nullable Connectivity connectivity,
    @Nullable String serviceName,
    @Nullable String serviceOwner) {

  /** Gives the store another name. */
  public static UpdateRequest name(String storeId, String name) {
    return new UpdateRequest(storeId, name, null, null, null, null, null, null, null, null);
  }

  /** Tells KMS the password of kmsuser. */
  public static UpdateRequest password(String storeId, Secret password) {
    return new UpdateRequest(storeId, null, password, null, null, null, null, null, null, null);
  }

  /** Points the store at another cluster. */
  public static UpdateRequest cluster(String storeId, String clusterId) {
    return new UpdateRequest(storeId, null, null, clusterId, null, null, null, null, null, null);
  }

  /** Tells KMS another credential for the proxy. */
  public static UpdateRequest credential(String storeId, XksCredential credential) {
    return new UpdateRequest(storeId, null, null, null, credential, null, null, null, null, null);
  }

  /** Tells KMS another path of the proxy. */
  public static UpdateRequest uriPath(String storeId, String uriPath) {
    return new UpdateRequest(storeId, null, null, null, null, uriPath, null, null, null, null);
  }

  /** Tells KMS another host of the proxy. */
  public static UpdateRequest uriEndpoint(String storeId, String uriEndpoint) {
    return new UpdateRequest(storeId, null, null, null, null, null, uriEndpoint, null, null, null);
  }

  /** The names of the fields that are to change, as the API calls them; no values. */
  public List<String> fields() {
    var fields = new ArrayList<String>();
    add(fields, "NewCustomKeyStoreName", newName);
    add(fields, "KeyStorePassword", password);
    add(fields, "CloudHsmClusterId", clusterId);
    add(fields, "XksProxyAuthenticationCredential", credential);
    add(fields, "XksProxyUriPath", uriPath);
    add(fields, "XksProxyUriEndpoint", uriEndpoint);
    add(fields, "XksProxyConnectivity", connectivity);
    add(fields, "XksProxyVpcEndpointServiceName", serviceName);
    add(fields, "XksProxyVpcEndpointServiceOwner", serviceOwner);
    return fields;
  }

  private static void add(List<String> fields, String name, @Nullable Object value) {
    if (value != null) {
      fields.add(name);
    }
  }
}
