package io.github.keymend.lab.stage;

import io.github.keymend.lab.asl.run.ExecutionEvent;
import io.github.keymend.lab.asl.run.ExecutionListener;
import io.github.keymend.lab.asl.run.ExecutionStatus;
import io.github.keymend.lab.clock.Timeline;
import io.github.keymend.lab.service.Caller;
import io.github.keymend.lab.service.ConnectionLost;
import io.github.keymend.lab.service.Place;
import io.github.keymend.lab.service.ServiceError;
import io.github.keymend.lab.sns.PublishRequest;
import io.github.keymend.lab.sns.SimulatedSns;
import java.time.Duration;
import java.util.Map;

/**
 * The rule of the template that tells of every execution that has ended badly, without any code of keymend: EventBridge
 * itself publishes to the topic, and tries again while SNS does not take it.
 */
public final class LastNet implements ExecutionListener {
  /** The rule's RetryPolicy; EventBridge backs off, here it tries at even intervals. */
  private static final int RETRIES = 20;

  private static final Duration PAUSE = Duration.ofMinutes(3);
  private static final Caller RULE = Caller.role("RepairEndedBadly", "events.amazonaws.com");
  private final Timeline timeline;
  private final SimulatedSns sns;
  private final String topicArn;

  LastNet(Timeline timeline, SimulatedSns sns, String topicArn) {
    this.timeline = timeline;
    this.sns = sns;
    this.topicArn = topicArn;
  }

  @Override
  public void on(String arn, ExecutionEvent event) {
    if (event instanceof ExecutionEvent.Ended ended
        && !(ended.status() instanceof ExecutionStatus.Succeeded)) {
      String text = text(arn, ended.status().name());
      timeline.after(Duration.ofSeconds(1), () -> publish(text, RETRIES));
    }
  }

  private void publish(String text, int retries) {
    try {
      sns.publish(RULE, new PublishRequest(topicArn, null, text, Map.of()));
    } catch (ServiceError | ConnectionLost e) {
      if (retries > 0) {
        timeline.after(PAUSE, () -> publish(text, retries - 1));
      }
    }
  }

  /** As the rule's input transformer words it; a test holds the two together. */
  public static String text(String executionArn, String status) {
    Place place = Place.DEFAULT;
    return "keymend in account " + place.account() + ", " + place.region() + ": the repair "
        + executionArn.substring(executionArn.lastIndexOf(':') + 1) + " ended " + status
        + " before it could close or park its incident."
        + " The next sweep takes the store up again; after ABORTED it waits for you."
        + " To see what happened: aws stepfunctions get-execution-history --reverse-order --region "
        + place.region() + " --execution-arn " + executionArn;
  }
}
