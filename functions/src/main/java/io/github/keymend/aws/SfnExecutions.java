package io.github.keymend.aws;

import io.github.keymend.domain.rule.OwnerStatus;
import io.github.keymend.port.Executions;
import io.github.keymend.port.TransientException;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;

/** The executions of the repair state machine. */
public final class SfnExecutions implements Executions {
  private final Supplier<SfnClient> sfn;
  private final String stateMachineArn;

  /** Of the given state machine. */
  public SfnExecutions(Supplier<SfnClient> sfn, String stateMachineArn) {
    this.sfn = sfn;
    this.stateMachineArn = stateMachineArn;
  }

  @Override
  public OwnerStatus status(String executionArn) {
    try {
      return switch (sfn.get()
          .describeExecution(request -> request.executionArn(executionArn))
          .status()) {
        case RUNNING, PENDING_REDRIVE -> OwnerStatus.RUNNING;
        case SUCCEEDED -> OwnerStatus.SUCCEEDED;
        case FAILED, TIMED_OUT -> OwnerStatus.BROKEN;
        case ABORTED -> OwnerStatus.ABORTED;
        case UNKNOWN_TO_SDK_VERSION -> OwnerStatus.UNKNOWN;
      };
    } catch (ExecutionDoesNotExistException e) {
      return OwnerStatus.UNKNOWN;
    } catch (SdkException e) {
      throw new TransientException(
          "Step Functions did not describe " + executionArn + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void startRepair(String customKeyStoreId, String name) {
    try {
      sfn.get()
          .startExecution(request -> request
              .stateMachineArn(stateMachineArn)
              .name(name)
              .input("{\"source\":\"sweep\",\"customKeyStoreId\":\"" + customKeyStoreId + "\"}"));
    } catch (ExecutionAlreadyExistsException e) {
      // Started by a sweep of the same minute, and over already: the next sweep sees what came of
      // it.
    } catch (SdkException e) {
      throw new TransientException(
          "Step Functions did not start a repair of " + customKeyStoreId + ": " + e.getMessage(),
          e);
    }
  }
}
