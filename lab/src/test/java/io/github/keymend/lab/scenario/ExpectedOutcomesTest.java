package io.github.keymend.lab.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpectedOutcomesTest {
  private static final ExpectedOutcomes TABLE = ExpectedOutcomes.ofTheLab();

  /** KMS API reference, ConnectionErrorCode: which code belongs to which store type. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "cloudhsm INVALID_CREDENTIALS",
        "cloudhsm CLUSTER_NOT_FOUND",
        "cloudhsm NETWORK_ERRORS",
        "cloudhsm INTERNAL_ERROR",
        "cloudhsm INSUFFICIENT_CLOUDHSM_HSMS",
        "cloudhsm USER_LOCKED_OUT",
        "cloudhsm USER_NOT_FOUND",
        "cloudhsm USER_LOGGED_IN",
        "cloudhsm SUBNET_NOT_FOUND",
        "cloudhsm INSUFFICIENT_FREE_ADDRESSES_IN_SUBNET",
        "external INVALID_CREDENTIALS",
        "external NETWORK_ERRORS",
        "external INTERNAL_ERROR",
        "external XKS_PROXY_ACCESS_DENIED",
        "external XKS_PROXY_NOT_REACHABLE",
        "external XKS_VPC_ENDPOINT_SERVICE_NOT_FOUND",
        "external XKS_PROXY_INVALID_RESPONSE",
        "external XKS_PROXY_INVALID_CONFIGURATION",
        "external XKS_VPC_ENDPOINT_SERVICE_INVALID_CONFIGURATION",
        "external XKS_PROXY_TIMED_OUT",
        "external XKS_PROXY_INVALID_TLS_CONFIGURATION"
      })
  void every_legal_pair_of_store_type_and_code_ends_CONNECTED(String pair) {
    assertThat(TABLE.of(pair).rests()).last().isEqualTo("CONNECTED");
    assertThat(TABLE.of(pair).mendedBy()).isNotEqualTo(MendedBy.NOBODY);
  }

  @Test
  void every_scenario_has_an_expectation_and_every_expectation_a_scenario() {
    assertThat(Scenarios.all())
        .extracting(Scenario::name)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(TABLE.scenarios());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{a: {rests: [CONNECTED]}}",
        "{a: {rests: [X], mendedBy: KEYMEND, attempts: 1, remedies: [], acts: [], messages: [], threads: 1,"
            + " minutes: [1, 2], kmsMinutes: 1, typo: 2}}",
        "{a: {rests: [X], mendedBy: KEYMEND, attempts: 1, remedies: [], acts: [], messages: [], threads: 1,"
            + " minutes: [1], kmsMinutes: 1}}"
      })
  void a_row_that_lacks_something_or_says_something_unknown_is_refused(String row) {
    assertThatThrownBy(() -> ExpectedOutcomes.read(new ByteArrayInputStream(row.getBytes(UTF_8))))
        .isInstanceOf(JsonProcessingException.class);
  }
}
