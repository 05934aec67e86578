package io.github.keymend.lab.kms;

import java.util.Optional;

/** CreateCustomKeyStore; KMS API reference and Developer Guide, "Create an AWS CloudHSM key store". */
final class CreateOperation {
  /** Stores per account and Region; KMS Developer Guide, "Resource quotas". */
  static final int QUOTA = 10;

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
    if (account.existing().count() >= QUOTA) {
      throw KmsErrors.refusal(
          "LimitExceededException", "There are " + QUOTA + " custom key stores already.");
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
      throw KmsErrors.refusal(
          "CloudHsmClusterNotFoundException", "There is no CloudHSM cluster " + clusterId + ".");
    }
    if (account
        .existing()
        .anyMatch(store -> store.view().backing() instanceof HsmBacking other
            && other.clusterId().equals(clusterId))) {
      throw KmsErrors.refusal(
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
