package io.github.keymend.lab.asl.query;

import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Carries values into the JSONata engine and back, keeping null apart from undefined. */
final class JsonataValues {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private JsonataValues() {}

  static Object toJsonata(JsonNode node) {
    if (node.isObject()) {
      Map<String, Object> map = new LinkedHashMap<>();
      node.properties().forEach(entry -> map.put(entry.getKey(), toJsonata(entry.getValue())));
      return map;
    }
    if (node.isArray()) {
      List<Object> list = new ArrayList<>(node.size());
      node.forEach(element -> list.add(toJsonata(element)));
      return list;
    }
    if (node.isTextual()) {
      return node.textValue();
    }
    if (node.isBoolean()) {
      return node.booleanValue();
    }
    if (node.isIntegralNumber() && node.canConvertToInt()) {
      return node.intValue();
    }
    if (node.isIntegralNumber() && node.canConvertToLong()) {
      return node.longValue();
    }
    return node.isNumber() ? (Object) node.doubleValue() : Jsonata.NULL_VALUE;
  }

  /** Turns undefined into a {@link MissingNode}. */
  static JsonNode toJson(@Nullable Object value) {
    if (value == null) {
      return MissingNode.getInstance();
    }
    if (value == Jsonata.NULL_VALUE) {
      return JSON.nullNode();
    }
    if (value instanceof String text) {
      return JSON.textNode(text);
    }
    if (value instanceof Boolean flag) {
      return JSON.booleanNode(flag);
    }
    if (value instanceof Number number) {
      return number(number);
    }
    if (value instanceof Map<?, ?> map) {
      ObjectNode object = JSON.objectNode();
      map.forEach((key, element) -> object.set(String.valueOf(key), element(element)));
      return object;
    }
    if (value instanceof List<?> list) {
      ArrayNode array = JSON.arrayNode(list.size());
      list.forEach(element -> array.add(element(element)));
      return array;
    }
    throw new IllegalArgumentException("the result is a function, not JSON");
  }

  private static JsonNode element(@Nullable Object value) {
    return value == null ? JSON.nullNode() : toJson(value);
  }

  private static JsonNode number(Number number) {
    if (number instanceof Integer || number instanceof Long) {
      return number.longValue() == number.intValue()
          ? JSON.numberNode(number.intValue())
          : JSON.numberNode(number.longValue());
    }
    double value = number.doubleValue();
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("the number is out of range");
    }
    // JSON on AWS is written by JavaScript's rules: 3.0 is 3.
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? number((long) value)
        : JSON.numberNode(BigDecimal.valueOf(value).doubleValue());
  }
}
