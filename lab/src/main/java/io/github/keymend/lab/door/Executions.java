package io.github.keymend.lab.door;

import java.util.List;

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

  /**
   * StopExecution: the execution as it then is; one that is over stays as it is.
   *
   * @throws io.github.keymend.lab.service.ServiceError {@link SfnErrors#noExecution} if there is none
   */
  ExecutionView stopExecution(String executionArn, String error, String cause);

  /**
   * ListExecutions, newest first.
   *
   * @throws io.github.keymend.lab.service.ServiceError {@link SfnErrors#noStateMachine} if there is no such workflow
   */
  List<ExecutionView> listExecutions(String stateMachineArn);

  /**
   * GetExecutionHistory, oldest first.
   *
   * @throws io.github.keymend.lab.service.ServiceError {@link SfnErrors#noExecution} if there is none
   */
  List<HistoryEvent> history(String executionArn);

  /** ListStateMachines: their ARNs. */
  List<String> stateMachines();
}
