package io.github.keymend.lab.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the rules of a template, both those that SAM makes of a function's or state machine's events and those that are written
 * out. A property that would change what a rule does, and that the lab does not know, is an error.
 */
final class EventRules {
  private static final Set<String> OF_SAM =
      Set.of("Pattern", "InputTransformer", "RetryPolicy", "DeadLetterConfig");
  private static final Set<String> OF_RULE = Set.of("Description", "EventPattern", "Targets");
  private static final Set<String> OF_TARGET =
      Set.of("Id", "Arn", "InputTransformer", "RetryPolicy", "DeadLetterConfig");

  private EventRules() {}

  static List<EventRule> of(DeployedTemplate template) {
    List<EventRule> rules = new ArrayList<>();
    template
        .events("EventBridgeRule")
        .forEach((owner, events) -> events.forEach((name, event) -> {
          requireKnown(name, event, OF_SAM);
          rules.add(new EventRule(name, owner, event.path("Pattern"), event));
        }));
    template.ofType("AWS::Events::Rule").forEach((name, rule) -> {
      requireKnown(name, rule, OF_RULE);
      JsonNode targets = rule.path("Targets");
      if (targets.size() != 1) {
        throw new IllegalStateException(
            "the lab knows rules with one target; " + name + " has " + targets.size());
      }
      requireKnown(name, targets.get(0), OF_TARGET);
      rules.add(new EventRule(name, target(name), rule.path("EventPattern"), targets.get(0)));
    });
    return rules;
  }

  /** The logical id behind the target's ARN. */
  private static String target(String rule) {
    JsonNode arn =
        DeployedTemplate.asWritten().path("Resources").path(rule).at("/Properties/Targets/0/Arn");
    String id = arn.path("Ref").asText(arn.path("Fn::GetAtt").path(0).asText());
    if (id.isEmpty()) {
      throw new IllegalStateException("the target of " + rule + " is no resource of the template");
    }
    return id;
  }

  private static void requireKnown(String rule, JsonNode properties, Set<String> known) {
    for (Map.Entry<String, JsonNode> each : properties.properties()) {
      if (!known.contains(each.getKey())) {
        throw new IllegalStateException(
            "the lab does not know the property " + each.getKey() + " of the rule " + rule);
      }
    }
  }
}
