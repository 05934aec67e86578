package io.github.keymend.lab.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.keymend.aws.SfnExecutions;
import io.github.keymend.domain.rule.OwnerStatus;
import io.github.keymend.lab.door.ExecutionStatus;
import io.github.keymend.lab.service.CallFault;
import io.github.keymend.port.Executions;
import io.github.keymend.port.TransientException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sfn.SfnClient;

/** The executions of the repair, as the claim needs them. */
class SfnExecutionsTest {
  private static final String ONE =
      "arn:aws:states:us-east-1:111122223333:execution:keymend-repair:one";
  private final Simulated simulated = new Simulated();
  private final Executions executions =
      new SfnExecutions(simulated.patient(SfnClient.builder()), Simulated.MACHINE);

  @ParameterizedTest
  @CsvSource({
    "RUNNING, RUNNING",
    "SUCCEEDED, SUCCEEDED",
    "FAILED, BROKEN",
    "TIMED_OUT, BROKEN",
    "ABORTED, ABORTED"
  })
  void a_status_of_step_functions_is_one_of_the_claims(ExecutionStatus status, OwnerStatus owner) {
    // Given
    simulated.executions.put(ONE, status);

    // When, Then
    assertThat(executions.status(ONE)).isEqualTo(owner);
  }

  @Test
  void of_an_execution_that_is_forgotten_nothing_is_known() {
    assertThat(executions.status(ONE)).isEqualTo(OwnerStatus.UNKNOWN);
  }

  @Test
  void a_step_functions_that_does_not_answer_is_not_taken_for_a_dead_owner() {
    // Given
    simulated.aws.stepFunctionsFaults().next("DescribeExecution", 10, CallFault.lostBefore());

    // When, Then
    assertThatThrownBy(() -> executions.status(ONE)).isInstanceOf(TransientException.class);
  }

  @Test
  void the_same_name_starts_one_repair_and_is_no_error() {
    // When
    executions.startRepair("cks-1", "one");
    simulated.executions.put(ONE, ExecutionStatus.SUCCEEDED);

    // Then
    assertThatCode(() -> executions.startRepair("cks-1", "one")).doesNotThrowAnyException();
    assertThat(simulated.executions).hasSize(1).containsKey(ONE);
  }

  @Test
  void a_start_that_is_throttled_on_and_on_may_be_tried_again() {
    // Given
    simulated.aws.stepFunctionsFaults().next("StartExecution", 10, CallFault.throttled());

    // When, Then
    assertThatThrownBy(() -> executions.startRepair("cks-1", "one"))
        .isInstanceOf(TransientException.class)
        .hasMessageStartingWith("Step Functions did not start a repair of cks-1: ");
  }
}
