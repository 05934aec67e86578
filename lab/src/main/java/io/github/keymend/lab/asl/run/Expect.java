package io.github.keymend.lab.asl.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keymend.lab.asl.model.ChoiceRule;
import io.github.keymend.lab.asl.query.QueryEvaluationException;
import io.github.keymend.lab.asl.query.Scope;
import io.github.keymend.lab.asl.query.Template;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Values that must have a certain type; AWS fails others with {@code States.QueryEvaluationError}. */
final class Expect {
  private static final int LONGEST_WAIT_SECONDS = 99_999_999;

  private Expect() {}

  static boolean condition(ChoiceRule rule, int index, Scope scope) {
    String field = "Choices[" + index + "]/Condition";
    JsonNode value = rule.condition().evaluate(scope, field);
    if (!value.isBoolean()) {
      throw wrong(rule.condition().described(field), "boolean", value);
    }
    return value.booleanValue();
  }

  static Duration seconds(Template seconds, Scope scope) {
    JsonNode value = seconds.evaluate(scope, "Seconds");
    if (!value.isIntegralNumber()
        || value.longValue() < 0
        || value.longValue() > LONGEST_WAIT_SECONDS) {
      throw wrong(
          "The value for the field 'Seconds'", "integer from 0 to " + LONGEST_WAIT_SECONDS, value);
    }
    return Duration.ofSeconds(value.longValue());
  }

  static String text(Optional<Template> text, String field, Scope scope) {
    if (text.isEmpty()) {
      return "";
    }
    JsonNode value = text.get().evaluate(scope, field);
    if (!value.isTextual()) {
      throw wrong("The value for the field '" + field + "'", "string", value);
    }
    return value.textValue();
  }

  private static QueryEvaluationException wrong(String what, String expected, JsonNode value) {
    return new QueryEvaluationException(
        what + " returned an unexpected result type. Expected '" + expected + "', but was '"
            + value.getNodeType().name().toLowerCase(Locale.ROOT) + "' for value: " + value);
  }
}
