package io.github.keymend.lab.kms;

import static io.github.keymend.lab.kms.StoreType.AWS_CLOUDHSM;
import static io.github.keymend.lab.kms.StoreType.EXTERNAL_KEY_STORE;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The 18 connection error codes and the store types that can have them; KMS API reference, CustomKeyStoresListEntry,
 * ConnectionErrorCode.
 */
public enum KnownErrorCode {
  INVALID_CREDENTIALS(AWS_CLOUDHSM, EXTERNAL_KEY_STORE),
  CLUSTER_NOT_FOUND(AWS_CLOUDHSM),
  NETWORK_ERRORS(AWS_CLOUDHSM, EXTERNAL_KEY_STORE),
  INTERNAL_ERROR(AWS_CLOUDHSM, EXTERNAL_KEY_STORE),
  INSUFFICIENT_CLOUDHSM_HSMS(AWS_CLOUDHSM),
  USER_LOCKED_OUT(AWS_CLOUDHSM),
  USER_NOT_FOUND(AWS_CLOUDHSM),
  USER_LOGGED_IN(AWS_CLOUDHSM),
  SUBNET_NOT_FOUND(AWS_CLOUDHSM),
  INSUFFICIENT_FREE_ADDRESSES_IN_SUBNET(AWS_CLOUDHSM),
  XKS_PROXY_ACCESS_DENIED(EXTERNAL_KEY_STORE),
  XKS_PROXY_NOT_REACHABLE(EXTERNAL_KEY_STORE),
  XKS_VPC_ENDPOINT_SERVICE_NOT_FOUND(EXTERNAL_KEY_STORE),
  XKS_PROXY_INVALID_RESPONSE(EXTERNAL_KEY_STORE),
  XKS_PROXY_INVALID_CONFIGURATION(EXTERNAL_KEY_STORE),
  XKS_VPC_ENDPOINT_SERVICE_INVALID_CONFIGURATION(EXTERNAL_KEY_STORE),
  XKS_PROXY_TIMED_OUT(EXTERNAL_KEY_STORE),
  XKS_PROXY_INVALID_TLS_CONFIGURATION(EXTERNAL_KEY_STORE);

  private final boolean cloudHsm;
  private final boolean external;

  KnownErrorCode(StoreType... types) {
    this.cloudHsm = Arrays.asList(types).contains(AWS_CLOUDHSM);
    this.external = Arrays.asList(types).contains(EXTERNAL_KEY_STORE);
  }

  /** Whether a store of {@code type} can have this code. */
  public boolean appliesTo(StoreType type) {
    return type == AWS_CLOUDHSM ? cloudHsm : external;
  }

  /** The codes that a store of {@code type} can have, in the order of the API model: 10 for CloudHSM, 11 for XKS. */
  public static Set<KnownErrorCode> of(StoreType type) {
    var codes = EnumSet.noneOf(KnownErrorCode.class);
    Arrays.stream(values()).filter(code -> code.appliesTo(type)).forEach(codes::add);
    return codes;
  }

  /**
   * Refuses a code that AWS documents for the other store type alone. A code nobody knows passes: AWS may add one any
   * day.
   *
   * @throws IllegalArgumentException if a store of {@code type} can never have {@code code}
   */
  static void requireLegal(String code, StoreType type) {
    Optional<KnownErrorCode> known =
        Arrays.stream(values()).filter(each -> each.name().equals(code)).findFirst();
    if (known.isPresent() && !known.get().appliesTo(type)) {
      throw new IllegalArgumentException(
          "a store of type " + type + " never fails with " + code + "; its codes are " + of(type));
    }
  }
}
