package io.github.keymend.lab.kms;

import io.github.keymend.lab.service.ServiceError;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** UpdateCustomKeyStore; KMS API reference. */
final class UpdateOperation {
  private static final Set<String> NAME = Set.of("NewCustomKeyStoreName");
  private static final Set<String> SOFT =
      Set.of("NewCustomKeyStoreName", "XksProxyAuthenticationCredential", "XksProxyUriPath");
  private static final Set<String> CLOUDHSM = Set.of("KeyStorePassword", "CloudHsmClusterId");

  private final Account account;

  UpdateOperation(Account account) {
    this.account = account;
  }

  void update(UpdateRequest request) {
    Store store = account.require(request.storeId());
    if (request.fields().isEmpty() && !account.switches.updateOfNothing()) {
      throw ServiceError.validation("the request changes nothing");
    }
    requireState(store, request);
    requireType(store, request);
    Backing changed = store.view().backing() instanceof HsmBacking hsm
        ? changed(hsm, request)
        : changed(store, (XksBacking) store.view().backing(), request);
    String name = request.newName();
    if (name != null) {
      StoreRules.requireFreeName(account, name, store);
      store.rename(account.now(), name);
    }
    store.back(account.now(), changed);
  }

  private void requireState(Store store, UpdateRequest request) {
    Set<String> fields = Set.copyOf(request.fields());
    boolean allowed = switch (store.state()) {
      case DISCONNECTED -> true;
      case CONNECTED -> (account.switches.updateOnConnected() ? SOFT : NAME).containsAll(fields);
      case FAILED -> account.switches.updateOnFailed() && SOFT.containsAll(fields);
      case CONNECTING, DISCONNECTING -> false;
    };
    if (!allowed) {
      throw KmsErrors.invalidState("UpdateCustomKeyStore", store.id(), store.state());
    }
  }

  private static void requireType(Store store, UpdateRequest request) {
    var foreign = new HashSet<>(request.fields());
    foreign.removeAll(NAME);
    if (store.view().type() == StoreType.AWS_CLOUDHSM) {
      foreign.removeAll(CLOUDHSM);
    } else {
      foreign.retainAll(CLOUDHSM);
    }
    if (!foreign.isEmpty()) {
      throw ServiceError.validation(foreign + " cannot be set on a custom key store of type "
          + store.view().type());
    }
  }

  private Backing changed(HsmBacking hsm, UpdateRequest request) {
    String cluster = or(request.clusterId(), hsm.clusterId());
    if (request.clusterId() != null && account.backends.kmsUser(cluster).isEmpty()) {
      throw ServiceError.refusal(
          "CloudHsmClusterNotFoundException", "There is no CloudHSM cluster " + cluster + ".");
    }
    return new HsmBacking(cluster, hsm.trustAnchor(), or(request.password(), hsm.password()));
  }

  private Backing changed(Store store, XksBacking xks, UpdateRequest request) {
    XksBacking.Connectivity connectivity = or(request.connectivity(), xks.connectivity());
    boolean vpc = connectivity == XksBacking.Connectivity.VPC_ENDPOINT_SERVICE;
    if (connectivity != xks.connectivity()
        && (request.uriEndpoint() == null || (vpc && request.serviceName() == null))) {
      throw ServiceError.validation("a change of XksProxyConnectivity to " + connectivity
          + " needs XksProxyUriEndpoint" + (vpc ? " and XksProxyVpcEndpointServiceName" : ""));
    }
    var changed = new XksBacking(
        connectivity,
        or(request.uriEndpoint(), xks.uriEndpoint()),
        or(request.uriPath(), xks.uriPath()),
        or(request.credential(), xks.credential()),
        vpc ? Optional.ofNullable(request.serviceName()).orElse(xks.serviceName()) : null,
        vpc ? owner(request, xks) : null);
    StoreRules.requireFreeUri(account, changed, store);
    if (!changed.equals(xks) || request.credential() != null) {
      probe(store, changed, vpc);
    }
    return changed;
  }

  private String owner(UpdateRequest request, XksBacking xks) {
    String kept = xks.serviceOwner() == null ? account.place.account() : xks.serviceOwner();
    return or(request.serviceOwner(), kept);
  }

  private void probe(Store store, XksBacking changed, boolean vpc) {
    if (vpc
        && store.state() == ConnectionState.DISCONNECTED
        && !account.switches.probeDisconnectedVpc()) {
      return;
    }
    StoreRules.requireHealthyProxy(account, changed);
  }

  private static <T> T or(@Nullable T changed, T kept) {
    return changed == null ? kept : changed;
  }
}
