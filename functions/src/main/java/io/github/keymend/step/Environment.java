package io.github.keymend.step;

import io.github.keymend.domain.rule.Mode;
import io.github.keymend.domain.rule.Settings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The environment variables of the functions, read once.
 *
 * @param settings what the operator has set
 * @param table the name of the DynamoDB table
 * @param topicArn the SNS topic
 * @param stateMachineArn the repair workflow
 */
public record Environment(
    Settings settings, String table, String topicArn, String stateMachineArn) {
  /**
   * Reads the variables.
   *
   * @throws IllegalArgumentException naming the variable that is missing or wrong
   */
  public static Environment read(Map<String, String> variables) {
    Mode mode = switch (required(variables, "KEYMEND_MODE")) {
      case "observe" -> Mode.OBSERVE;
      case "repair" -> Mode.REPAIR;
      default -> throw new IllegalArgumentException("KEYMEND_MODE must be observe or repair");
    };
    int attempts = Integer.parseInt(required(variables, "KEYMEND_ATTEMPTS"));
    Settings settings = new Settings(
        mode, Set.copyOf(list(variables, "KEYMEND_STORES")), attempts, secrets(variables));
    return new Environment(
        settings,
        required(variables, "KEYMEND_TABLE"),
        required(variables, "KEYMEND_TOPIC_ARN"),
        required(variables, "KEYMEND_STATE_MACHINE_ARN"));
  }

  private static Map<String, String> secrets(Map<String, String> variables) {
    List<String> stores = list(variables, "KEYMEND_CORRECTION_STORES");
    List<String> arns = list(variables, "KEYMEND_CORRECTION_SECRETS");
    if (stores.size() != arns.size()) {
      throw new IllegalArgumentException(
          "CorrectionStores names " + stores.size() + " stores and CorrectionSecretArns "
              + arns.size() + " secrets; they must be equally long, in the same order");
    }
    Map<String, String> secrets = new HashMap<>();
    for (int i = 0; i < stores.size(); i++) {
      secrets.put(stores.get(i), arns.get(i));
    }
    return secrets;
  }

  private static List<String> list(Map<String, String> variables, String name) {
    List<String> values = new ArrayList<>();
    for (String value : variables.getOrDefault(name, "").split(",", -1)) {
      if (!value.isBlank()) {
        values.add(value.trim());
      }
    }
    return values;
  }

  private static String required(Map<String, String> variables, String name) {
    String value = variables.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("the environment variable " + name + " is missing");
    }
    return value;
  }
}
