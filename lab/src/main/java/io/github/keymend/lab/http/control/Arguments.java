package io.github.keymend.lab.http.control;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a control request says, checked while it is read. A member that a verb does not know is refused. */
final class Arguments {
  private final JsonNode node;

  Arguments(JsonNode node, String... known) {
    if (!node.isObject()) {
      throw new IllegalArgumentException("the request must be a JSON object");
    }
    List<String> names = Arrays.asList(known);
    for (Iterator<String> given = node.fieldNames(); given.hasNext(); ) {
      String name = given.next();
      if (!names.contains(name)) {
        throw new IllegalArgumentException("'" + name + "' is not known here; known: " + names);
      }
    }
    this.node = node;
  }

  @Nullable
  String text(String name) {
    JsonNode value = node.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isTextual() || value.asText().isEmpty()) {
      throw new IllegalArgumentException("'" + name + "' must be a string that is not empty");
    }
    return value.asText();
  }

  String required(String name) {
    String value = text(name);
    if (value == null) {
      throw new IllegalArgumentException("'" + name + "' is missing");
    }
    return value;
  }

  int number(String name, int usual, int min, int max) {
    JsonNode value = node.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return usual;
    }
    if (!value.isInt() || value.asInt() < min || value.asInt() > max) {
      throw new IllegalArgumentException(
          "'" + name + "' must be a whole number from " + min + " to " + max);
    }
    return value.asInt();
  }

  @Nullable
  Double decimal(String name) {
    JsonNode value = node.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isNumber()) {
      throw new IllegalArgumentException("'" + name + "' must be a number");
    }
    return value.asDouble();
  }

  /** A duration as ISO 8601 writes it, such as PT10M, or as people do: 90s, 10m, 2h, 1d. */
  @Nullable
  Duration duration(String name) {
    String value = text(name);
    return value == null ? null : duration(name, value);
  }

  static Duration duration(String name, String value) {
    try {
      String upper = value.toUpperCase(Locale.ROOT);
      String iso = upper.startsWith("P") ? upper : (upper.endsWith("D") ? "P" : "PT") + upper;
      Duration duration = Duration.parse(iso);
      if (!duration.isNegative()) {
        return duration;
      }
    } catch (DateTimeParseException e) {
      // Falls through: told below, in words.
    }
    throw new IllegalArgumentException(
        "'" + name + "' must be a duration such as PT10M, 10m, 2h or 1d, not '" + value + "'");
  }

  <E extends Enum<E>> E oneOf(String name, Class<E> type, E usual) {
    String value = text(name);
    return value == null ? usual : Words.parse(name, type, value);
  }
}
