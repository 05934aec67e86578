package io.github.keymend.lab.doctor.check;

import io.github.keymend.lab.doctor.Finding;
import io.github.keymend.lab.doctor.Sight;
import io.github.keymend.lab.doctor.seen.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Somebody hears what keymend says: the topic has a confirmed subscriber. */
public final class SubscribersCheck {
  /** Its name in the report. */
  public static final String CHECK = "subscribers";

  private SubscribersCheck() {}

  /** Judges the subscriptions of a topic. */
  public static List<Finding> of(String topicArn, Sight<List<Subscription>> sight) {
    return Look.at(
        CHECK,
        sight,
        subscriptions -> judge(topicArn, subscriptions),
        what -> Finding.fault(
            CHECK,
            what,
            "every message of keymend, its reminders and its alarms go to this topic",
            "deploy the stack again: sam deploy"));
  }

  private static List<Finding> judge(String topicArn, List<Subscription> subscriptions) {
    List<Subscription> confirmed =
        subscriptions.stream().filter(Subscription::confirmed).toList();
    List<Finding> findings = new ArrayList<>();
    if (confirmed.isEmpty()) {
      findings.add(
          Finding.fault(
              CHECK,
              "nobody has a confirmed subscription to " + topicArn,
              "nobody hears what keymend says, and its alarms go the same way",
              "aws sns subscribe --topic-arn " + topicArn
                  + " --protocol email --notification-endpoint YOU@EXAMPLE.COM, then confirm by the link in the mail"));
    } else {
      findings.add(Finding.fine(CHECK, "confirmed: " + names(confirmed)));
    }
    List<Subscription> pending =
        subscriptions.stream().filter(each -> !each.confirmed()).toList();
    if (!pending.isEmpty()) {
      findings.add(Finding.warning(
          CHECK,
          "pending confirmation: " + names(pending),
          "SNS sends nothing to an endpoint before it is confirmed, and drops the request after some days",
          "follow the link in the mail 'AWS Notification - Subscription Confirmation'; to get another:"
              + " aws sns subscribe --topic-arn " + topicArn + " --protocol "
              + pending.get(0).protocol() + " --notification-endpoint "
              + pending.get(0).endpoint()));
    }
    return findings;
  }

  private static String names(List<Subscription> subscriptions) {
    return subscriptions.stream()
        .map(each -> each.protocol() + " " + each.endpoint())
        .collect(Collectors.joining(", "));
  }
}
