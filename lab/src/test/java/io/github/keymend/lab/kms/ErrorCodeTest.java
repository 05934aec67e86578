package io.github.keymend.lab.kms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.kms.model.ConnectionErrorCodeType;

class ErrorCodeTest extends KmsTest {
  private final String hsm = kms.addCloudHsmStore("payments");
  private final String xks = kms.addXksStore("archive");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INVALID_CREDENTIALS",
        "CLUSTER_NOT_FOUND",
        "NETWORK_ERRORS",
        "INTERNAL_ERROR",
        "INSUFFICIENT_CLOUDHSM_HSMS",
        "USER_LOCKED_OUT",
        "USER_NOT_FOUND",
        "USER_LOGGED_IN",
        "SUBNET_NOT_FOUND",
        "INSUFFICIENT_FREE_ADDRESSES_IN_SUBNET",
        "SOME_FUTURE_CODE"
      })
  void everyCloudHsmCodeCanBeInjected(String code) {
    // Given
    kms.faults(hsm).failConnects(code, 1);

    // When
    connectAndWait(hsm);

    // Then
    assertThat(store(hsm).errorCode()).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INVALID_CREDENTIALS",
        "NETWORK_ERRORS",
        "INTERNAL_ERROR",
        "XKS_PROXY_ACCESS_DENIED",
        "XKS_PROXY_NOT_REACHABLE",
        "XKS_VPC_ENDPOINT_SERVICE_NOT_FOUND",
        "XKS_PROXY_INVALID_RESPONSE",
        "XKS_PROXY_INVALID_CONFIGURATION",
        "XKS_VPC_ENDPOINT_SERVICE_INVALID_CONFIGURATION",
        "XKS_PROXY_TIMED_OUT",
        "XKS_PROXY_INVALID_TLS_CONFIGURATION",
        "SOME_FUTURE_CODE"
      })
  void everyExternalCodeCanBeInjected(String code) {
    // Given
    kms.faults(xks).failConnects(code, 1);

    // When
    connectAndWait(xks);

    // Then
    assertThat(store(xks).errorCode()).isEqualTo(code);
  }

  @Test
  void aCodeOfTheOtherStoreTypeIsRefused() {
    assertThatThrownBy(() -> kms.faults(hsm).failConnects("XKS_PROXY_TIMED_OUT", 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("AWS_CLOUDHSM never fails with XKS_PROXY_TIMED_OUT")
        .hasMessageContaining("USER_LOCKED_OUT");
    assertThatThrownBy(() -> kms.failNow(xks, "USER_LOCKED_OUT"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("EXTERNAL_KEY_STORE never fails with USER_LOCKED_OUT");
  }

  @Test
  void aSynchronousRefusalOfAnExternalStoreIsRefused() {
    assertThatThrownBy(() -> kms.faults(xks).refuseConnects("CloudHsmClusterNotActiveException", 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("EXTERNAL_KEY_STORE never answers CloudHsmClusterNotActiveException");
  }

  @Test
  void theCodesAreThoseOfTheSdk() {
    // Given
    var sdk = ConnectionErrorCodeType.knownValues().stream().map(Enum::name).toList();

    // Then
    assertThat(KnownErrorCode.values())
        .extracting(Enum::name)
        .containsExactlyInAnyOrderElementsOf(sdk);
    assertThat(KnownErrorCode.of(StoreType.AWS_CLOUDHSM)).hasSize(10);
    assertThat(KnownErrorCode.of(StoreType.EXTERNAL_KEY_STORE)).hasSize(11);
  }
}
