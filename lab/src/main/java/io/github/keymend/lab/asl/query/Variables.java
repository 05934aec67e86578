package io.github.keymend.lab.asl.query;

import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The workflow variables of one execution, immutable: an Assign makes a new set. */
public final class Variables {
  /** No variable assigned yet. */
  public static final Variables NONE = new Variables(Map.of(), Map.of());

  private final Map<String, JsonNode> values;
  private final Map<String, Object> engineValues;

  private Variables(Map<String, JsonNode> values, Map<String, Object> engineValues) {
    this.values = values;
    this.engineValues = engineValues;
  }

  /** These variables with some assigned anew. */
  public Variables with(Map<String, JsonNode> assigned) {
    if (assigned.isEmpty()) {
      return this;
    }
    Map<String, JsonNode> more = new LinkedHashMap<>(values);
    Map<String, Object> engineMore = new LinkedHashMap<>(engineValues);
    assigned.forEach((name, value) -> {
      more.put(name, value);
      engineMore.put(name, JsonataValues.toJsonata(value));
    });
    return new Variables(Collections.unmodifiableMap(more), engineMore);
  }

  /** Name to value, in the order of first assignment, without the dollar sign. */
  public Map<String, JsonNode> values() {
    return values;
  }

  /** Binds those of these names. */
  void bindTo(Jsonata.Frame frame, Set<String> names) {
    for (String name : names) {
      Object value = engineValues.get(name);
      if (value != null) {
        frame.bind(name, value);
      }
    }
  }
}
