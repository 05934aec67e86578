package io.github.keymend.lab.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.keymend.lab.service.CallFault;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.InvalidExecutionInputException;
import software.amazon.awssdk.services.sfn.model.InvalidNameException;
import software.amazon.awssdk.services.sfn.model.SfnException;

class SfnDoorTest extends DoorTest {
  private static final String MACHINE =
      "arn:aws:states:us-east-1:111122223333:stateMachine:keymend-repair";

  private final SfnClient client = client(SfnClient.builder());

  @Test
  void theSameNameWithTheSameInputAnswersTheSameExecutionWhileItRuns() {
    // When
    String first = start("sweep-1", "{\"store\":\"cks-1\"}");
    minutes(1);
    String second = start("sweep-1", "{\"store\":\"cks-1\"}");

    // Then
    assertThat(second)
        .isEqualTo(first)
        .isEqualTo("arn:aws:states:us-east-1:111122223333:execution:keymend-repair:sweep-1");
    assertThatThrownBy(() -> start("sweep-1", "{\"store\":\"cks-2\"}"))
        .isInstanceOf(ExecutionAlreadyExistsException.class);
  }

  @Test
  void anExecutionIsDescribed() {
    // Given
    String arn = start("sweep-1", "{}");
    assertThat(client.describeExecution(request -> request.executionArn(arn)).statusAsString())
        .isEqualTo("RUNNING");
    minutes(60);

    // When
    executions.end(arn, ExecutionStatus.TIMED_OUT);

    // Then
    var ended = client.describeExecution(request -> request.executionArn(arn));
    assertThat(ended.statusAsString()).isEqualTo("TIMED_OUT");
    assertThat(ended.startDate()).isEqualTo("2026-01-05T03:00:00Z");
    assertThat(ended.stopDate()).isEqualTo("2026-01-05T04:00:00Z");
    assertThat(ended.error()).isEqualTo("States.Timeout");
  }

  @Test
  void anExecutionThatIsNotThereDoesNotExist() {
    assertThatThrownBy(
            () -> client.describeExecution(request -> request.executionArn(MACHINE + ":none")))
        .isInstanceOf(ExecutionDoesNotExistException.class);
  }

  @Test
  void whatAwsWouldRefuseToStartIsRefused() {
    assertThatThrownBy(() -> start("sweep:1", "{}")).isInstanceOf(InvalidNameException.class);
    assertThatThrownBy(() -> start("sweep-1", "not json"))
        .isInstanceOf(InvalidExecutionInputException.class);
    assertThatThrownBy(() -> start("s".repeat(81), "{}")).isInstanceOf(SfnException.class);
  }

  @Test
  void faultsCanBeInjected() {
    // Given
    aws.stepFunctionsFaults().next("StartExecution", CallFault.throttled());

    // Then
    assertThatThrownBy(() -> start("sweep-1", "{}")).isInstanceOf(SfnException.class);
    assertThat(aws.stepFunctionsCalls()).hasSize(1);
    assertThat(executions.byArn).isEmpty();
  }

  private String start(String name, String input) {
    return client
        .startExecution(request -> request.stateMachineArn(MACHINE).name(name).input(input))
        .executionArn();
  }
}
