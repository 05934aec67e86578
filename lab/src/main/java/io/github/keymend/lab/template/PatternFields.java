package io.github.keymend.lab.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The fields of an event that some patterns look at. What a pattern says of the items of a list makes the whole list such a field. */
final class PatternFields {
  private final List<List<String>> paths;

  private PatternFields(Set<String> paths) {
    this.paths = paths.stream().map(path -> List.of(path.split("\n", -1))).toList();
  }

  static PatternFields of(Collection<JsonNode> patterns) {
    Set<String> paths = new TreeSet<>();
    patterns.forEach(pattern -> collect("", pattern, paths));
    return new PatternFields(paths);
  }

  private static void collect(String prefix, JsonNode pattern, Set<String> paths) {
    for (Map.Entry<String, JsonNode> each : pattern.properties()) {
      if (each.getKey().equals("$or")) {
        each.getValue().forEach(alternative -> collect(prefix, alternative, paths));
      } else {
        String path = prefix.isEmpty() ? each.getKey() : prefix + "\n" + each.getKey();
        if (each.getValue().isObject()) {
          collect(path, each.getValue(), paths);
        } else {
          paths.add(path);
        }
      }
    }
  }

  /** What an event has in these fields, a missing node for one that it lacks. */
  List<JsonNode> of(JsonNode event) {
    List<JsonNode> values = new ArrayList<>(paths.size());
    for (List<String> path : paths) {
      JsonNode node = event;
      for (String name : path) {
        if (node.isArray()) {
          break;
        }
        node = node.path(name);
      }
      values.add(node);
    }
    return values;
  }
}
