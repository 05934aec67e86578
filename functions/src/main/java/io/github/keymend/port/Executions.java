package io.github.keymend.port;

import io.github.keymend.domain.rule.OwnerStatus;

/** The executions of the repair workflow. */
public interface Executions {
  /**
   * What is known of one execution; never throws for one that is not known.
   *
   * @throws TransientException where Step Functions did not answer
   */
  OwnerStatus status(String executionArn);

  /**
   * Starts a repair of one store. The same name starts nothing twice.
   *
   * @throws TransientException where Step Functions did not answer
   */
  void startRepair(String customKeyStoreId, String name);
}
