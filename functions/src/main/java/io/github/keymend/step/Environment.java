package io.github.keymend.step;

import io.github.keymend.domain.rule.Mode;
import io.github.keymend.domain.rule.Settings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

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
  private static final Pattern ID = Pattern.compile("cks-[0-9A-Za-z]{1,60}");

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
    Settings settings = new Settings(
        mode,
        Set.copyOf(stores(variables, "KEYMEND_STORES")),
        Set.copyOf(stores(variables, "KEYMEND_EXCLUDED_STORES")),
        attempts(variables),
        secrets(variables));
    return new Environment(
        settings,
        required(variables, "KEYMEND_TABLE"),
        required(variables, "KEYMEND_TOPIC_ARN"),
        required(variables, "KEYMEND_STATE_MACHINE_ARN"));
  }

  private static Map<String, String> secrets(Map<String, String> variables) {
    List<String> stores = stores(variables, "KEYMEND_CORRECTION_STORES");
    List<String> arns = list(variables, "KEYMEND_CORRECTION_SECRETS");
    if (stores.size() != arns.size()) {
      throw new IllegalArgumentException(
          "CorrectionStores names " + stores.size() + " stores and CorrectionSecretArns "
              + arns.size() + " secrets; they must be equally long, in the same order");
    }
    Map<String, String> secrets = new HashMap<>();
    for (int i = 0; i < stores.size(); i++) {
      if (secrets.put(stores.get(i), arns.get(i)) != null) {
        throw new IllegalArgumentException(
            "CorrectionStores names " + stores.get(i) + " twice; a store has one secret");
      }
    }
    return secrets;
  }

  private static int attempts(Map<String, String> variables) {
    String attempts = required(variables, "KEYMEND_ATTEMPTS").trim();
    if (!attempts.matches("[1-5]")) {
      throw new IllegalArgumentException(
          "KEYMEND_ATTEMPTS must be a whole number from 1 to 5, not \"" + attempts + "\"");
    }
    return Integer.parseInt(attempts);
  }

  private static List<String> stores(Map<String, String> variables, String name) {
    List<String> ids = list(variables, name);
    for (String id : ids) {
      if (!ID.matcher(id).matches()) {
        throw new IllegalArgumentException(name + " names \"" + id
            + "\", which is not the id of a custom key store such as cks-1234567890abcdef0");
      }
    }
    return ids;
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
