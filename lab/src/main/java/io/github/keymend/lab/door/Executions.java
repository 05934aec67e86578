package io.github.keymend.lab.door;

/** The executions of the lab's Step Functions, as its API shows them; Step Functions API reference. */
public interface Executions {
  /**
   * StartExecution of a Standard workflow. The same name with the same input while that execution is RUNNING answers the
   * same execution again, and starts nothing.
   *
   * @param stateMachineArn which workflow
   * @param name the execution's name, unique for 90 days
   * @param input JSON text
   * @throws io.github.keymend.lab.service.ServiceError {@link SfnErrors#alreadyExists} if the name was used with another
   *     input or its execution has ended, {@link SfnErrors#noStateMachine} if there is no such workflow
   */
  StartedExecution startExecution(String stateMachineArn, String name, String input);

  /**
   * DescribeExecution.
   *
   * @throws io.github.keymend.lab.service.ServiceError {@link SfnErrors#noExecution} if there is none
   */
  ExecutionView describeExecution(String executionArn);
}
