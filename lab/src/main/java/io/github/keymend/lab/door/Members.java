package io.github.keymend.lab.door;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keymend.lab.service.ServiceError;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The members of a JSON request, checked while they are read. */
final class Members {
  private final JsonNode node;

  Members(JsonNode node) {
    if (!node.isObject()) {
      throw serialization("the request must be a JSON object");
    }
    this.node = node;
  }

  String required(String name, Shape shape) {
    String value = optional(name, shape);
    if (value == null) {
      throw missing(name);
    }
    return value;
  }

  @Nullable
  String optional(String name, Shape shape) {
    JsonNode value = node.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isTextual()) {
      throw serialization("'" + name + "' must be a string");
    }
    String text = value.asText();
    if (!shape.fits(text)) {
      String shown = shape.sensitive() ? "" : " '" + text + "'";
      throw ServiceError.validation("Value" + shown + " at '" + name
          + "' failed to satisfy constraint: Member must have " + shape);
    }
    return text;
  }

  @Nullable
  Integer integer(String name, int min, int max) {
    JsonNode value = node.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isInt()) {
      throw serialization("'" + name + "' must be an integer");
    }
    if (value.asInt() < min || value.asInt() > max) {
      throw ServiceError.validation("Value '" + value.asInt() + "' at '" + name
          + "' failed to satisfy constraint: Member must be between " + min + " and " + max);
    }
    return value.asInt();
  }

  /** A member that is a blob: base64. */
  byte @Nullable [] blob(String name, int min, int max) {
    String text = optional(name, Shape.sensitive(0, Integer.MAX_VALUE, "[A-Za-z0-9+/=]*"));
    if (text == null) {
      return null;
    }
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw serialization("'" + name + "' must be base64");
    }
    if (bytes.length < min || bytes.length > max) {
      throw ServiceError.validation("Value at '" + name
          + "' failed to satisfy constraint: Member must have length from " + min + " to " + max);
    }
    return bytes;
  }

  byte[] requiredBlob(String name, int min, int max) {
    byte[] bytes = blob(name, min, max);
    if (bytes == null) {
      throw missing(name);
    }
    return bytes;
  }

  /** A member that is a map of strings; empty if it is not there. */
  Map<String, String> strings(String name) {
    Map<String, String> strings = new TreeMap<>();
    JsonNode value = node.path(name);
    if (!value.isMissingNode() && !value.isNull()) {
      if (!value.isObject()) {
        throw serialization("'" + name + "' must be an object");
      }
      value.properties().forEach(each -> {
        if (!each.getValue().isTextual()) {
          throw serialization("'" + name + "' must have strings as values");
        }
        strings.put(each.getKey(), each.getValue().asText());
      });
    }
    return strings;
  }

  boolean flag(String name) {
    JsonNode value = node.path(name);
    if (!value.isMissingNode() && !value.isNull() && !value.isBoolean()) {
      throw serialization("'" + name + "' must be true or false");
    }
    return value.asBoolean(false);
  }

  @Nullable
  Members nested(String name) {
    JsonNode value = node.path(name);
    return value.isMissingNode() || value.isNull() ? null : new Members(value);
  }

  static ServiceError missing(String name) {
    return ServiceError.validation(
        "Value null at '" + name + "' failed to satisfy constraint: Member must not be null");
  }

  static ServiceError serialization(String what) {
    return ServiceError.refusal("SerializationException", what);
  }
}
