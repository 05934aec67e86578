package io.github.keymend.lab.door;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keymend.lab.service.ServiceError;
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
      throw ServiceError.validation(
          "Value null at '" + name + "' failed to satisfy constraint: Member must not be null");
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

  static ServiceError serialization(String what) {
    return ServiceError.refusal("SerializationException", what);
  }
}
