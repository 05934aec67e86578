package io.github.keymend.lab.kms;

import io.github.keymend.lab.service.Secret;

/** Prepares stores, with everything that stands behind them, and keys. */
final class StoreSeeds {
  private final Account account;
  private int seeds;

  StoreSeeds(Account account) {
    this.account = account;
  }

  String cloudHsm(String name) {
    String cluster = "cluster-" + "lab" + letters(++seeds);
    var password = new Secret("kmsPswd" + seeds);
    account.backends.addCluster(cluster, new KmsUser(password));
    return account
        .add(name, new HsmBacking(cluster, "-----BEGIN CERTIFICATE-----", password))
        .id();
  }

  String xks(String name) {
    String endpoint = "https://proxy" + ++seeds + ".example.com";
    var credential = new XksCredential(
        "LABLABLABLABLABLAB" + letters(seeds).substring(6), new Secret("labSecret+".repeat(5)));
    account.backends.addProxy(new XksProxy(endpoint, credential));
    var backing = new XksBacking(
        XksBacking.Connectivity.PUBLIC_ENDPOINT, endpoint, "/kms/xks/v1", credential, null, null);
    return account.seed(name, backing).id();
  }

  StoreKey key(Store store, KeyState own) {
    if (own == KeyState.UNAVAILABLE) {
      throw new IllegalArgumentException(
          "a key is UNAVAILABLE because of its store: give the state it has otherwise");
    }
    String external = store.view().type() == StoreType.EXTERNAL_KEY_STORE
        ? "external-" + account.keys.size()
        : null;
    return account.addKey(store, own, "", external);
  }

  HsmBacking hsm(Store store) {
    if (store.view().backing() instanceof HsmBacking hsm) {
      return hsm;
    }
    throw new IllegalArgumentException(
        store.id() + " is an external key store: it has a proxy, no cluster");
  }

  KmsUser kmsUser(Store store) {
    String cluster = hsm(store).clusterId();
    return account
        .backends
        .kmsUser(cluster)
        .orElseThrow(() ->
            new IllegalArgumentException("the cluster of " + store.id() + " is gone: " + cluster));
  }

  XksProxy proxy(Store store) {
    if (store.view().backing() instanceof XksBacking xks) {
      return account
          .backends
          .proxy(xks.uriEndpoint())
          .orElseThrow(
              () -> new IllegalArgumentException("no proxy answers at " + xks.uriEndpoint()));
    }
    throw new IllegalArgumentException(
        store.id() + " is a CloudHSM key store: it has a cluster, no proxy");
  }

  /** Eight letters that count: AWS's ids have no digit 0, 1, 8 or 9. */
  private static String letters(int number) {
    var text = new StringBuilder();
    for (int left = number; text.length() < 8; left /= 26) {
      text.insert(0, (char) ('A' + left % 26));
    }
    return text.toString();
  }
}
