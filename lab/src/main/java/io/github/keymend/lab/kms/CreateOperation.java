package io.github.keymend.lab.kms;

import io.github.keymend.lab.service.ServiceError;
import java.util.Optional;

/** CreateCustomKeyStore; KMS API reference and Developer Guide, "Create an AWS CloudHSM key store". */
final class CreateOperation {
  private final Account account;

  CreateOperation(Account account) {
    this.account = account;
  }

  String create(CreateRequest request) {
    Optional<Store> twin = twin(request);
    if (twin.isPresent()) {
      return twin.get().id();
    }
    StoreRules.requireFreeName(account, request.name(), null);
    if (account.existing().count() >= account.switches.storeQuota()) {
      throw ServiceError.refusal(
          "LimitExceededException",
          "There are " + account.switches.storeQuota() + " custom key stores already.");
    }
    if (request.backing() instanceof HsmBacking hsm) {
      requireFreeCluster(hsm.clusterId());
    } else {
      requireProxy((XksBacking) request.backing());
    }
    return account.add(request.name(), request.backing()).id();
  }

  /** Creating a disconnected CloudHSM store once more with equal values answers the existing id. */
  private Optional<Store> twin(CreateRequest request) {
    return account
        .existing()
        .filter(store -> store.view().type() == StoreType.AWS_CLOUDHSM)
        .filter(store -> store.state() == ConnectionState.DISCONNECTED)
        .filter(store -> store.view().name().equals(request.name())
            && store.view().backing().equals(request.backing()))
        .findFirst();
  }

  private void requireFreeCluster(String clusterId) {
    if (account.backends.kmsUser(clusterId).isEmpty()) {
      throw ServiceError.refusal(
          "CloudHsmClusterNotFoundException", "There is no CloudHSM cluster " + clusterId + ".");
    }
    if (account
        .existing()
        .anyMatch(store -> store.view().backing() instanceof HsmBacking other
            && other.clusterId().equals(clusterId))) {
      throw ServiceError.refusal(
          "CloudHsmClusterInUseException",
          "CloudHSM cluster " + clusterId + " backs another custom key store.");
    }
  }

  /** A public proxy is asked during the creation, one behind a VPC endpoint service at the first connect. */
  private void requireProxy(XksBacking xks) {
    StoreRules.requireFreeUri(account, xks, null);
    if (xks.connectivity() == XksBacking.Connectivity.PUBLIC_ENDPOINT) {
      StoreRules.requireHealthyProxy(account, xks);
    }
  }
}
