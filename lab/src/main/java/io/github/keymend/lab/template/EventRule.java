package io.github.keymend.lab.template;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A rule of the template, for EventBridge's default bus, with its one target.
 *
 * @param name its logical id
 * @param target the logical id of the resource that gets what it lets through
 * @param pattern its event pattern
 * @param shape the properties of its target or of its SAM event: InputTransformer, RetryPolicy
 */
public record EventRule(String name, String target, JsonNode pattern, JsonNode shape) {
  /** What the target gets for an event that the rule lets through: the event itself where nothing transforms it. */
  public JsonNode input(JsonNode event) {
    JsonNode transformer = shape.path("InputTransformer");
    return transformer.isMissingNode() ? event : new InputTransformer(transformer).input(event);
  }

  /** How often EventBridge tries again when the target does not take it; 185 by default (RetryPolicy, EventBridge API reference). */
  public int retries() {
    return shape.path("RetryPolicy").path("MaximumRetryAttempts").asInt(185);
  }
}
