package io.github.keymend.lab.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keymend.lab.ProjectFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.event.ruler.Ruler;

/** What is remembered of earlier events never answers for an event that EventBridge would tell apart. */
class EventMatcherTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, JsonNode> PATTERNS = patterns();

  private static Map<String, JsonNode> patterns() {
    DeployedTemplate template = DeployedTemplate.by(Deployments.repairing());
    Map<String, JsonNode> patterns = new TreeMap<>();
    EventRules.of(template).forEach(rule -> patterns.put(rule.name(), rule.pattern()));
    return patterns;
  }

  private static List<String> byEventBridge(JsonNode event) throws Exception {
    List<String> names = new ArrayList<>();
    for (Map.Entry<String, JsonNode> each : PATTERNS.entrySet()) {
      if (Ruler.matchesRule(event.toString(), each.getValue().toString())) {
        names.add(each.getKey());
      }
    }
    return names;
  }

  /** The event, and for each value in it the event with the value changed, null, missing. */
  private static List<JsonNode> variants(JsonNode event) {
    List<JsonNode> variants = new ArrayList<>(List.of(event));
    for (String pointer : leaves("", event)) {
      int cut = pointer.lastIndexOf('/');
      for (int how = 0; how < 3; how++) {
        JsonNode copy = event.deepCopy();
        if (copy.at(pointer.substring(0, cut)) instanceof ObjectNode parent) {
          String name = pointer.substring(cut + 1);
          parent.put(name, "other");
          if (how == 1) {
            parent.putNull(name);
          } else if (how == 2) {
            parent.remove(name);
          }
          variants.add(copy);
        }
      }
    }
    return variants;
  }

  private static List<String> leaves(String pointer, JsonNode node) {
    List<String> leaves = new ArrayList<>();
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        leaves.addAll(leaves(pointer + "/" + i, node.get(i)));
      }
    } else if (node.isObject()) {
      node.properties()
          .forEach(it -> leaves.addAll(leaves(pointer + "/" + it.getKey(), it.getValue())));
    } else {
      leaves.add(pointer);
    }
    return leaves;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cloudtrail-connect",
        "cloudtrail-update",
        "cloudtrail-disconnect",
        "cloudtrail-disconnect-refused",
        "alarm-xks"
      })
  void an_event_matches_what_eventbridge_says_whatever_was_seen_before(String sample)
      throws Exception {
    // Given
    EventMatcher matcher = new EventMatcher(PATTERNS);
    JsonNode event = ProjectFiles.event(sample);
    assertThat(matcher.match(event)).hasSize(1);

    // Then
    int told = 0;
    for (JsonNode variant : variants(event)) {
      assertThat(matcher.match(variant)).as(variant.toString()).isEqualTo(byEventBridge(variant));
      told += matcher.match(variant).isEmpty() ? 1 : 0;
    }
    assertThat(told).as("variants that no rule lets through").isGreaterThan(5);
  }

  @Test
  void a_pattern_is_known_to_look_at_each_of_its_fields_and_at_lists_as_a_whole() throws Exception {
    // Given
    JsonNode pattern = JSON.readTree("""
        {"source":["a"],"detail":{"x.y":[{"exists":false}],
          "$or":[{"name":["n"]},{"metrics":{"stat":{"id":[{"prefix":"p"}]}}}]}}""");
    JsonNode event = JSON.readTree("""
        {"source":"a","other":"1","detail":{"name":"m","more":2,"metrics":[{"stat":{"id":"q","and":3}}]}}""");

    // When
    List<JsonNode> seen = PatternFields.of(List.of(pattern)).of(event);

    // Then
    assertThat(seen)
        .containsExactlyInAnyOrder(
            JSON.getNodeFactory().textNode("a"),
            JSON.getNodeFactory().textNode("m"),
            event.at("/detail/metrics"),
            com.fasterxml.jackson.databind.node.MissingNode.getInstance());
  }

  @Test
  void what_eventbridge_would_refuse_is_refused() {
    JsonNode noPattern = JsonNodeFactory.instance.objectNode().put("source", "aws.kms");

    assertThatThrownBy(() -> new EventMatcher(Map.of("rule", noPattern)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not a pattern");
  }
}
