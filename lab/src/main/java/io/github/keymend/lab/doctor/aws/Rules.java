package io.github.keymend.lab.doctor.aws;

import io.github.keymend.lab.doctor.Sight;
import io.github.keymend.lab.doctor.seen.Rule;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

/** Asks EventBridge about rules of the default bus. */
final class Rules {
  private final EventBridgeClient client;

  Rules(EventBridgeClient client) {
    this.client = client;
  }

  Sight<Rule> rule(String name) {
    // ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS lets through too.
    return Ask.of(
        "events:DescribeRule",
        "the rule " + name,
        () -> new Rule(
            name,
            client
                .describeRule(request -> request.name(name))
                .stateAsString()
                .startsWith("ENABLED")));
  }
}
