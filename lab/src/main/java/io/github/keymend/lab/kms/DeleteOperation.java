package io.github.keymend.lab.kms;

/** DeleteCustomKeyStore; KMS API reference: DISCONNECTED and without keys. */
final class DeleteOperation {
  private final Account account;

  DeleteOperation(Account account) {
    this.account = account;
  }

  void delete(String storeId) {
    Store store = account.require(storeId);
    if (store.state() != ConnectionState.DISCONNECTED) {
      throw KmsErrors.invalidState("DeleteCustomKeyStore", storeId, store.state());
    }
    if (account.keys.values().stream().anyMatch(key -> key.storeId().equals(storeId))) {
      throw KmsErrors.refusal(
          "CustomKeyStoreHasCMKsException", storeId + " still contains KMS keys.");
    }
    store.delete(account.now());
  }
}
