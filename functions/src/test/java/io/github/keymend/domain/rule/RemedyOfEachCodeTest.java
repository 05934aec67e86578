package io.github.keymend.domain.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keymend.domain.Story;
import io.github.keymend.domain.incident.Act;
import io.github.keymend.domain.incident.ParkReason;
import io.github.keymend.domain.people.Command;
import io.github.keymend.domain.store.ConnectionState;
import io.github.keymend.domain.table.Remedy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes of each remedy: an attempt, or a rest that says why. */
class RemedyOfEachCodeTest {
  private final Story story = Story.external();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INTERNAL_ERROR",
        "NETWORK_ERRORS",
        "XKS_PROXY_TIMED_OUT",
        "XKS_PROXY_INVALID_RESPONSE",
        "XKS_PROXY_NOT_REACHABLE"
      })
  void retryBeginsAnAttempt(String code) {
    // When
    Diagnosis diagnosis = story.seesFailedTwice(code).decidesAndDiagnoses();

    // Then
    assertThat(diagnosis.remedy()).isEqualTo(Remedy.RETRY);
    assertThat(diagnosis.reason()).isNull();
    assertThat(diagnosis.attempt()).isEqualTo(1);
    assertThat(story.attempt().owesCorrection()).isFalse();
  }

  @Test
  void correctBeginsAnAttemptThatOwesACorrection() {
    // Given
    story.secretVersion("v1");

    // When
    Diagnosis diagnosis = story.seesFailedTwice("INVALID_CREDENTIALS").decidesAndDiagnoses();

    // Then
    assertThat(diagnosis.remedy()).isEqualTo(Remedy.CORRECT);
    assertThat(diagnosis.attempt()).isEqualTo(1);
    assertThat(story.attempt().owesCorrection()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "XKS_PROXY_ACCESS_DENIED",
        "XKS_PROXY_INVALID_TLS_CONFIGURATION",
        "XKS_VPC_ENDPOINT_SERVICE_INVALID_CONFIGURATION",
        "XKS_VPC_ENDPOINT_SERVICE_NOT_FOUND"
      })
  void waitForTheCauseParksWithoutAnAttempt(String code) {
    // When
    Diagnosis diagnosis = story.seesFailedTwice(code).decidesAndDiagnoses();

    // Then
    assertThat(diagnosis.remedy()).isEqualTo(Remedy.WAIT_FOR_THE_CAUSE);
    assertThat(diagnosis.reason()).isEqualTo(ParkReason.WAITING_FOR_THE_CAUSE);
    assertThat(story.incident().attempts()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"XKS_PROXY_INVALID_CONFIGURATION", "A_CODE_OF_NEXT_YEAR"})
  void askAPersonParksWithoutAnAttempt(String code) {
    // When
    Diagnosis diagnosis = story.seesFailedTwice(code).decidesAndDiagnoses();

    // Then
    assertThat(diagnosis.remedy()).isEqualTo(Remedy.ASK_A_PERSON);
    assertThat(diagnosis.reason()).isEqualTo(ParkReason.ASKED_A_PERSON);
    assertThat(story.incident().attempts()).isZero();
  }

  @Test
  void failedWithoutACodeGoesToAPerson() {
    // Given
    story.sees(ConnectionState.FAILED).seconds(10).sees(ConnectionState.FAILED);

    // Then
    assertThat(story.decidesAndDiagnoses().reason()).isEqualTo(ParkReason.ASKED_A_PERSON);
  }

  @ParameterizedTest
  @ValueSource(strings = {"XKS_PROXY_ACCESS_DENIED", "XKS_PROXY_INVALID_CONFIGURATION"})
  void aCommandMakesARetryOfWhatAPersonHasMended(String code) {
    // Given
    story.repair("repair-1").seesFailedTwice(code).decidesAndDiagnoses();

    // When
    story.minutes(5).commanded(Command.RESUME).seesFailed(code);
    Diagnosis diagnosis = story.decidesAndDiagnoses();

    // Then
    assertThat(diagnosis.remedy()).isEqualTo(Remedy.RETRY);
    assertThat(diagnosis.reason()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"CloudHsmClusterNotActiveException", "CloudHsmClusterInvalidConfigurationException"
      })
  void aClusterThatIsNotReadyIsWaitedFor(String exception) {
    // Given a first connect of a new store, by command
    Story hsm = Story.cloudHsm().sees(ConnectionState.DISCONNECTED).commanded(Command.CONNECT);
    hsm.decidesAndDiagnoses();

    // When
    hsm.calls(Act.CONNECT).seconds(1).refused(Act.CONNECT, exception);
    Diagnosis diagnosis = hsm.sees(ConnectionState.DISCONNECTED).decidesAndDiagnoses();

    // Then
    assertThat(diagnosis.remedy()).isEqualTo(Remedy.WAIT_FOR_THE_CAUSE);
    assertThat(diagnosis.reason()).isEqualTo(ParkReason.WAITING_FOR_THE_CAUSE);
  }
}
