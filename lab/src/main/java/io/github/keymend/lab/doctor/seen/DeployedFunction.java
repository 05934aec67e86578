package io.github.keymend.lab.doctor.seen;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Lambda function as it is deployed.
 *
 * @param name its name
 * @param arn its ARN
 * @param state State, such as Active
 * @param lastUpdate LastUpdateStatus, such as Successful
 * @param reason why it is not, or null
 * @param roleArn what it may do
 * @param environment its variables, which hold no secrets
 */
public record DeployedFunction(
    String name,
    String arn,
    String state,
    String lastUpdate,
    @Nullable String reason,
    String roleArn,
    Map<String, String> environment) {
  /** A copy. */
  public DeployedFunction {
    environment = Map.copyOf(environment);
  }
}
