package io.github.keymend.lab.asl.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;

/** Service quotas of Step Functions (developer guide, "Service quotas" and "Limits for variables"). */
final class Limits {
  /** Input, output, arguments and result of a state. */
  static final int PAYLOAD_BYTES = 262_144;

  /** One variable, and one Assign as a whole. */
  static final int VARIABLE_BYTES = 256 * 1024;

  /** All variables of an execution. */
  static final int ALL_VARIABLES_BYTES = 10 * 1024 * 1024;

  /** Events in the history of an execution. */
  static final int HISTORY_EVENTS = 25_000;

  /** Length of an error name and of its cause. */
  static final int ERROR_LENGTH = 256;

  static final int CAUSE_LENGTH = 32_768;

  private static final ObjectMapper JSON = new ObjectMapper();

  private Limits() {}

  /** Whether JSON is no longer than a limit; written only where a glance does not tell. */
  private static boolean fits(JsonNode value, int limit) {
    return atMost(value) <= limit || bytes(value) <= limit;
  }

  /** No less than the bytes of the JSON: a character takes 6 at most, as an escape; a number 32. */
  private static long atMost(JsonNode value) {
    if (value.isTextual()) {
      return 2 + 6L * value.textValue().length();
    }
    if (value.isNumber() || value.isBoolean() || value.isNull()) {
      return 32;
    }
    if (!value.isContainerNode()) {
      return Long.MAX_VALUE / 4;
    }
    long sum = 2;
    for (JsonNode element : value) {
      sum += 1 + atMost(element);
    }
    for (var names = value.fieldNames(); names.hasNext(); ) {
      sum += 3 + 6L * names.next().length();
    }
    return sum;
  }

  private static long together(Map<String, JsonNode> values, int limit) {
    long bound = values.values().stream().mapToLong(Limits::atMost).sum();
    return bound <= limit
        ? bound
        : values.values().stream().mapToLong(Limits::bytes).sum();
  }

  static int bytes(JsonNode value) {
    try {
      return JSON.writeValueAsBytes(value).length;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON: " + value, e);
    }
  }

  /** Fails a state whose data has grown too large. */
  static JsonNode payload(JsonNode value, String what) {
    if (!fits(value, PAYLOAD_BYTES)) {
      throw tooLarge(what, PAYLOAD_BYTES);
    }
    return value;
  }

  /** Fails a state that assigns too much. AWS documents the limits but no error name; this one ends an execution. */
  static void variables(Map<String, JsonNode> assigned, Map<String, JsonNode> all) {
    if (together(assigned, VARIABLE_BYTES) > VARIABLE_BYTES) {
      throw tooLarge("Assign", VARIABLE_BYTES);
    }
    if (!assigned.isEmpty() && together(all, ALL_VARIABLES_BYTES) > ALL_VARIABLES_BYTES) {
      throw tooLarge("the sum of all variables", ALL_VARIABLES_BYTES);
    }
  }

  static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length);
  }

  private static StateFailedException tooLarge(String what, int limit) {
    return new StateFailedException(
        "States.DataLimitExceeded",
        "The size of " + what + " exceeds the maximum of " + limit + " bytes.");
  }
}
