package io.github.keymend.lab.door;

import io.github.keymend.lab.service.ServiceError;

/** The errors of StartExecution and DescribeExecution; Step Functions API reference. */
public final class SfnErrors {
  private SfnErrors() {}

  /** ExecutionAlreadyExists. */
  public static ServiceError alreadyExists(String executionArn) {
    return ServiceError.refusal(
        "ExecutionAlreadyExists", "Execution Already Exists: '" + executionArn + "'");
  }

  /** ExecutionDoesNotExist. */
  public static ServiceError noExecution(String executionArn) {
    return ServiceError.refusal(
        "ExecutionDoesNotExist", "Execution Does Not Exist: '" + executionArn + "'");
  }

  /** StateMachineDoesNotExist. */
  public static ServiceError noStateMachine(String stateMachineArn) {
    return ServiceError.refusal(
        "StateMachineDoesNotExist", "State Machine Does Not Exist: '" + stateMachineArn + "'");
  }

  /** InvalidName. */
  public static ServiceError invalidName(String name) {
    return ServiceError.refusal("InvalidName", "Invalid Name: '" + name + "'");
  }

  /** InvalidExecutionInput: larger than {@code bytes}. */
  public static ServiceError inputTooLarge(int bytes) {
    return ServiceError.refusal(
        "InvalidExecutionInput",
        "Invalid State Machine Execution Input: larger than " + bytes + " bytes");
  }

  static ServiceError invalidInput() {
    return ServiceError.refusal(
        "InvalidExecutionInput", "Invalid State Machine Execution Input: not JSON");
  }
}
