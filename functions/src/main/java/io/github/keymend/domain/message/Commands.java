package io.github.keymend.domain.message;

/**
 * The exact commands for a responder.
 *
 * @param stateMachineArn the repair workflow
 */
public record Commands(String stateMachineArn) {
  /** Tells keymend to take the incident up again. */
  public String resume(String customKeyStoreId) {
    return start(customKeyStoreId, "resume");
  }

  /** Tells keymend to connect the store, once. */
  public String connect(String customKeyStoreId) {
    return start(customKeyStoreId, "connect");
  }

  /** Tells keymend to stop before its next act. */
  public String stop(String customKeyStoreId) {
    return start(customKeyStoreId, "stop");
  }

  /** Lets keymend go on with a store whose attempts of the day are used up. */
  public String reset(String customKeyStoreId) {
    return start(customKeyStoreId, "reset");
  }

  /** Closes the account's breaker. */
  public String resetAccount() {
    return "aws stepfunctions start-execution --state-machine-arn " + stateMachineArn
        + " --input '{\"command\":\"reset\"}'";
  }

  /** Shows the store as KMS sees it. */
  public String describe(String customKeyStoreId) {
    return "aws kms describe-custom-key-stores --custom-key-store-id " + customKeyStoreId;
  }

  /** Connects the store without keymend. */
  public String connectYourself(String customKeyStoreId) {
    return "aws kms connect-custom-key-store --custom-key-store-id " + customKeyStoreId;
  }

  /** Disconnects the store without keymend. */
  public String disconnectYourself(String customKeyStoreId) {
    return "aws kms disconnect-custom-key-store --custom-key-store-id " + customKeyStoreId;
  }

  /** Gives KMS the kmsuser password without keymend. */
  public String updatePasswordYourself(String customKeyStoreId) {
    return "aws kms update-custom-key-store --custom-key-store-id " + customKeyStoreId
        + " --key-store-password THE_PASSWORD";
  }

  /** Gives KMS the proxy credential without keymend. */
  public String updateCredentialYourself(String customKeyStoreId) {
    return "aws kms update-custom-key-store --custom-key-store-id " + customKeyStoreId
        + " --xks-proxy-authentication-credential AccessKeyId=THE_ID,RawSecretAccessKey=THE_SECRET";
  }

  private String start(String customKeyStoreId, String command) {
    return "aws stepfunctions start-execution --state-machine-arn " + stateMachineArn
        + " --input '{\"customKeyStoreId\":\"" + customKeyStoreId + "\",\"command\":\"" + command
        + "\"}'";
  }
}
