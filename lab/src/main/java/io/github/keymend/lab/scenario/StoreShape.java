package io.github.keymend.lab.scenario;

import io.github.keymend.lab.kms.SimulatedKms;
import io.github.keymend.lab.kms.StoreType;
import io.github.keymend.lab.kms.XksBacking;
import io.github.keymend.lab.kms.XksBacking.Connectivity;
import io.github.keymend.lab.kms.XksCredential;
import io.github.keymend.lab.kms.XksProxy;
import io.github.keymend.lab.service.Place;
import io.github.keymend.lab.service.Secret;
import org.jspecify.annotations.Nullable;

/**
 * What kind of store a scenario is about.
 *
 * @param type CloudHSM or external
 * @param connectivity how KMS reaches the proxy; null for CloudHSM
 * @param serviceOwner the account that owns the VPC endpoint service; null unless there is one
 */
public record StoreShape(
    StoreType type,
    @Nullable Connectivity connectivity,
    @Nullable String serviceOwner) {
  /** A store with a cluster of its own. */
  public static final StoreShape CLOUDHSM = new StoreShape(StoreType.AWS_CLOUDHSM, null, null);

  /** A store whose proxy is reached over the internet. */
  public static final StoreShape EXTERNAL_PUBLIC =
      new StoreShape(StoreType.EXTERNAL_KEY_STORE, Connectivity.PUBLIC_ENDPOINT, null);

  /** A store whose proxy is reached through a VPC endpoint service of the same account. */
  public static final StoreShape EXTERNAL_VPC = externalVpc(Place.DEFAULT.account());

  /** Another account of AWS's documentation examples. */
  public static final String OTHER_ACCOUNT = "444455556666";

  /** A store whose proxy is reached through a VPC endpoint service of the given account. */
  public static StoreShape externalVpc(String owner) {
    return new StoreShape(StoreType.EXTERNAL_KEY_STORE, Connectivity.VPC_ENDPOINT_SERVICE, owner);
  }

  /** How the shape is told in one word or three. */
  public String label() {
    if (connectivity == null) {
      return "cloudhsm";
    }
    boolean foreign = serviceOwner != null && !serviceOwner.equals(Place.DEFAULT.account());
    return connectivity == Connectivity.PUBLIC_ENDPOINT
        ? "external public"
        : foreign ? "external vpc (other account)" : "external vpc";
  }

  /** Prepares such a store, DISCONNECTED: its id. */
  String addTo(SimulatedKms kms, String name) {
    if (type == StoreType.AWS_CLOUDHSM) {
      return kms.addCloudHsmStore(name);
    }
    if (connectivity != Connectivity.VPC_ENDPOINT_SERVICE) {
      return kms.addXksStore(name);
    }
    String endpoint = "https://proxy.internal.example.com";
    var credential = new XksCredential("LABLABLABLABLABLABAA", new Secret("labSecret+".repeat(5)));
    kms.backends().addProxy(new XksProxy(endpoint, credential));
    return kms.addStore(
        name,
        new XksBacking(
            Connectivity.VPC_ENDPOINT_SERVICE,
            endpoint,
            "/kms/xks/v1",
            credential,
            "com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0",
            serviceOwner));
  }
}
