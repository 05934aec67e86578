package io.github.keymend.lab.stage;

import io.github.keymend.lab.clock.Timeline;
import io.github.keymend.lab.service.Caller;
import io.github.keymend.lab.service.ConnectionLost;
import io.github.keymend.lab.service.ServiceError;
import io.github.keymend.lab.sns.PublishRequest;
import io.github.keymend.lab.sns.SimulatedSns;
import io.github.keymend.lab.template.Delivery;
import java.time.Duration;
import java.util.Map;

/**
 * EventBridge publishes to the topic itself, by the rule of the template that tells of every execution that has ended badly
 * without any code of keymend, and tries again while SNS does not take it.
 */
final class LastNet {
  /** EventBridge backs off; here it tries at even intervals. */
  private static final Duration PAUSE = Duration.ofMinutes(3);

  private final Timeline timeline;
  private final SimulatedSns sns;
  private final String topicArn;

  LastNet(Timeline timeline, SimulatedSns sns, String topicArn) {
    this.timeline = timeline;
    this.sns = sns;
    this.topicArn = topicArn;
  }

  void publish(Delivery delivery) {
    publish(
        Caller.role(delivery.rule().name(), "events.amazonaws.com"),
        delivery.input().asText(),
        delivery.rule().retries());
  }

  private void publish(Caller rule, String text, int retries) {
    try {
      sns.publish(rule, new PublishRequest(topicArn, null, text, Map.of()));
    } catch (ServiceError | ConnectionLost e) {
      if (retries > 0) {
        timeline.after(PAUSE, () -> publish(rule, text, retries - 1));
      }
    }
  }
}
