package io.github.keymend.lab.doctor.aws;

import io.github.keymend.lab.doctor.Sight;
import io.github.keymend.lab.doctor.seen.DeployedFunction;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationResponse;

/** Asks Lambda how a function is deployed. */
final class LambdaConfigurations {
  private final LambdaClient client;

  LambdaConfigurations(LambdaClient client) {
    this.client = client;
  }

  Sight<DeployedFunction> function(String name) {
    return Ask.of("lambda:GetFunctionConfiguration", "the function " + name, () -> {
      GetFunctionConfigurationResponse function =
          client.getFunctionConfiguration(request -> request.functionName(name));
      Map<String, String> environment = new HashMap<>();
      if (function.environment() != null) {
        environment.putAll(function.environment().variables());
      }
      String reason = function.stateReason() == null
          ? function.lastUpdateStatusReason()
          : function.stateReason();
      return new DeployedFunction(
          function.functionName(),
          function.functionArn(),
          function.stateAsString(),
          function.lastUpdateStatusAsString(),
          reason,
          function.role(),
          environment);
    });
  }
}
