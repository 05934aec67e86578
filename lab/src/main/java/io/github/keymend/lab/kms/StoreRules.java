package io.github.keymend.lab.kms;

import org.jspecify.annotations.Nullable;

/** What CreateCustomKeyStore and UpdateCustomKeyStore both demand; KMS API reference, the exceptions of both. */
final class StoreRules {
  private StoreRules() {}

  static void requireFreeName(Account account, String name, @Nullable Store self) {
    if (account
        .existing()
        .anyMatch(other -> other != self && other.view().name().equals(name))) {
      throw KmsErrors.refusal(
          "CustomKeyStoreNameInUseException",
          "The name " + name + " is in use by another custom key store.");
    }
  }

  static void requireFreeUri(Account account, XksBacking wanted, @Nullable Store self) {
    boolean taken = account
        .existing()
        .filter(other -> other != self)
        .anyMatch(other -> other.view().backing() instanceof XksBacking xks
            && xks.uriEndpoint().equals(wanted.uriEndpoint())
            && xks.uriPath().equals(wanted.uriPath()));
    if (taken) {
      throw KmsErrors.refusal(
          "XksProxyUriInUseException",
          "Another external key store uses " + wanted.uriEndpoint() + wanted.uriPath() + ".");
    }
  }

  /** GetHealthStatus, as KMS asks it before it takes over new values (KMS Developer Guide, "Edit external key stores"). */
  static void requireHealthyProxy(Account account, XksBacking wanted) {
    XksProxy proxy = account
        .backends
        .proxy(wanted.uriEndpoint())
        .orElseThrow(() -> KmsErrors.refusal(
            "XksProxyUriUnreachableException",
            "AWS KMS cannot reach a proxy at " + wanted.uriEndpoint() + "."));
    if (!proxy.accepts(wanted.credential())) {
      throw KmsErrors.refusal(
          "XksProxyIncorrectAuthenticationCredentialException",
          "The external key store proxy could not authenticate AWS KMS with the given credential.");
    }
  }
}
