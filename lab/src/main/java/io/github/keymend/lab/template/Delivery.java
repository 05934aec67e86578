package io.github.keymend.lab.template;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What EventBridge brings to a target.
 *
 * @param rule the rule that let the event through
 * @param input what the target gets
 */
public record Delivery(EventRule rule, JsonNode input) {}
