package io.github.keymend.lab.kms;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What stands behind the stores: the CloudHSM clusters of the account, and the proxies that can be reached. */
public final class Backends {
  private final Map<String, KmsUser> clusters = new HashMap<>();
  private final Map<String, XksProxy> proxies = new HashMap<>();

  Backends() {}

  /** Adds a cluster whose kmsuser is {@code user}. */
  public void addCluster(String clusterId, KmsUser user) {
    clusters.put(clusterId, user);
  }

  /** Deletes a cluster. */
  public void removeCluster(String clusterId) {
    clusters.remove(clusterId);
  }

  /** Lets {@code proxy} answer at its endpoint. */
  public void addProxy(XksProxy proxy) {
    proxies.put(proxy.uriEndpoint(), proxy);
  }

  /** Takes the proxy at {@code uriEndpoint} off the network. */
  public void removeProxy(String uriEndpoint) {
    proxies.remove(uriEndpoint);
  }

  /** The kmsuser of a cluster; empty if there is no such cluster. */
  public Optional<KmsUser> kmsUser(String clusterId) {
    return Optional.ofNullable(clusters.get(clusterId));
  }

  /** The proxy that answers at {@code uriEndpoint}. */
  public Optional<XksProxy> proxy(String uriEndpoint) {
    return Optional.ofNullable(proxies.get(uriEndpoint));
  }
}
