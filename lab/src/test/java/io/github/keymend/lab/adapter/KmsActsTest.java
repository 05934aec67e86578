package io.github.keymend.lab.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keymend.aws.KmsActs;
import io.github.keymend.domain.incident.Outcome;
import io.github.keymend.lab.service.CallFault;
import io.github.keymend.lab.service.ServiceError;
import io.github.keymend.port.CallResult;
import io.github.keymend.port.Credential;
import io.github.keymend.port.KeyStoreActs;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.kms.KmsClient;

/** An act is one request, and what became of it is accepted, refused or unknown. */
class KmsActsTest {
  private static final Credential CREDENTIAL =
      new Credential.ProxyCredential("LABLABLABLABLABLABLAB", "labSecret+".repeat(5));
  private static final Map<String, BiFunction<KeyStoreActs, String, CallResult>> ACTS = Map.of(
      "DisconnectCustomKeyStore", KeyStoreActs::disconnect,
      "ConnectCustomKeyStore", KeyStoreActs::connect,
      "UpdateCustomKeyStore", (acts, id) -> acts.update(id, CREDENTIAL));
  private final Simulated simulated = new Simulated();
  private final KeyStoreActs acts = new KmsActs(simulated.once(KmsClient.builder()));
  private final String id = simulated.aws.kms().addXksStore("orders");

  private CallResult make(String operation, CallFault fault) {
    simulated.aws.kms().callFaults().next(operation, fault);
    return Objects.requireNonNull(ACTS.get(operation)).apply(acts, id);
  }

  private long requests(String operation) {
    return simulated.aws.kms().calls().stream()
        .filter(call -> call.call().operation().equals(operation))
        .count();
  }

  @Test
  void an_answer_of_200_is_accepted() {
    assertThat(acts.connect(id)).isEqualTo(new CallResult(Outcome.ACCEPTED, null));
  }

  @ParameterizedTest
  @CsvSource({"DisconnectCustomKeyStore", "ConnectCustomKeyStore", "UpdateCustomKeyStore"})
  void a_server_error_is_unknown_and_not_asked_again(String operation) {
    // When
    CallResult result = make(
        operation, CallFault.before(new ServiceError("KMSInternalException", 500, "try again")));

    // Then
    assertThat(result).isEqualTo(new CallResult(Outcome.UNKNOWN, "KMSInternalException"));
    assertThat(requests(operation)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"DisconnectCustomKeyStore", "ConnectCustomKeyStore", "UpdateCustomKeyStore"})
  void a_throttling_is_refused_and_not_asked_again(String operation) {
    // When
    CallResult result = make(operation, CallFault.throttled());

    // Then
    assertThat(result).isEqualTo(new CallResult(Outcome.REFUSED, "ThrottlingException"));
    assertThat(requests(operation)).isEqualTo(1);
  }

  @Test
  void a_throttling_is_refused_whatever_its_status() {
    assertThat(make(
            "ConnectCustomKeyStore",
            CallFault.before(new ServiceError("ThrottlingException", 503, "slow down"))))
        .isEqualTo(new CallResult(Outcome.REFUSED, "ThrottlingException"));
  }

  @ParameterizedTest
  @CsvSource({"DisconnectCustomKeyStore", "ConnectCustomKeyStore", "UpdateCustomKeyStore"})
  void a_lost_answer_is_unknown_and_not_asked_again(String operation) {
    // When
    CallResult result = make(operation, CallFault.lostBefore());

    // Then
    assertThat(result.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(requests(operation)).isEqualTo(1);
  }

  @Test
  void what_iam_denies_is_refused() {
    assertThat(make("DisconnectCustomKeyStore", CallFault.denied("kms:DisconnectCustomKeyStore")))
        .isEqualTo(new CallResult(Outcome.REFUSED, "AccessDeniedException"));
  }

  @Test
  void the_name_of_a_refusal_is_the_one_of_the_decision_table() {
    assertThat(acts.disconnect("cks-0000000000000dead"))
        .isEqualTo(new CallResult(Outcome.REFUSED, "CustomKeyStoreNotFoundException"));
  }

  @Test
  void no_text_of_kms_is_kept_because_it_may_repeat_the_credential() {
    // When
    CallResult result = make(
        "UpdateCustomKeyStore",
        CallFault.before(ServiceError.validation("Value 'labSecret+' failed to satisfy")));

    // Then
    assertThat(result.toString()).doesNotContain("labSecret");
  }
}
