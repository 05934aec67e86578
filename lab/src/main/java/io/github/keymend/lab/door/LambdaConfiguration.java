package io.github.keymend.lab.door;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keymend.lab.account.Ailment;
import io.github.keymend.lab.account.DeployedStack;
import io.github.keymend.lab.account.SimulatedAccount;
import io.github.keymend.lab.service.Place;
import io.github.keymend.lab.service.ServiceError;

/** How a function of the stack is deployed; Lambda API reference, GetFunctionConfiguration. */
final class LambdaConfiguration {
  private final SimulatedAccount account;
  private final Place place;

  LambdaConfiguration(SimulatedAccount account, Place place) {
    this.account = account;
    this.place = place;
  }

  ObjectNode of(String name) {
    String arn = place.arn("lambda", "function:" + name);
    DeployedStack stack = account
        .stack()
        .filter(each -> each.part("AWS::Lambda::Function", name).isPresent())
        .orElseThrow(
            () -> new ServiceError("ResourceNotFoundException", 404, "Function not found: " + arn));
    boolean failed = account.ailments().has(Ailment.FUNCTIONS_FAILED);
    ObjectNode answer = Json.object().put("FunctionName", name).put("FunctionArn", arn);
    answer.put("Role", "arn:aws:iam::" + place.account() + ":role/keymend-" + name + "Role");
    answer.put("State", failed ? "Failed" : "Active");
    answer.put("LastUpdateStatus", failed ? "Failed" : "Successful");
    if (failed) {
      answer.put("StateReason", "made by the lab");
    }
    ObjectNode variables = answer.putObject("Environment").putObject("Variables");
    stack.environment().forEach(variables::put);
    if (account.ailments().has(Ailment.FUNCTIONS_CHANGED)) {
      variables.put("KEYMEND_TABLE", "another-table");
    }
    return answer;
  }
}
