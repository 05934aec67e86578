package io.github.keymend.lab.doctor.check;

import static io.github.keymend.lab.doctor.check.Findings.absent;
import static io.github.keymend.lab.doctor.check.Findings.cannotTell;
import static io.github.keymend.lab.doctor.check.Findings.denied;
import static io.github.keymend.lab.doctor.check.Findings.fault;
import static io.github.keymend.lab.doctor.check.Findings.fine;
import static io.github.keymend.lab.doctor.check.Findings.warning;

import io.github.keymend.lab.doctor.Sight;
import io.github.keymend.lab.doctor.seen.Alarm;
import io.github.keymend.lab.doctor.seen.Queue;
import io.github.keymend.lab.doctor.seen.Rule;
import io.github.keymend.lab.doctor.seen.Subscription;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rule 6: whoever should hear keymend, and its last net, does. */
class PeopleAreToldTest {
  private static final String TOPIC = "arn:aws:sns:us-east-1:111122223333:t";
  private static final Subscription CONFIRMED = new Subscription("email", "a@example.com", true);
  private static final Subscription PENDING = new Subscription("sms", "+1555", false);

  @Test
  void one_confirmed_subscription_is_enough() {
    fine(SubscribersCheck.of(TOPIC, Sight.of(List.of(CONFIRMED))), "email a@example.com");
  }

  @Test
  void none_or_a_pending_one_alone_is_a_fault() {
    fault(SubscribersCheck.of(TOPIC, Sight.of(List.of())), "nobody", "aws sns subscribe");
    fault(SubscribersCheck.of(TOPIC, Sight.of(List.of(PENDING))), "nobody", "confirm by the link");
  }

  @Test
  void a_pending_one_beside_a_confirmed_one_is_told() {
    warning(
        SubscribersCheck.of(TOPIC, Sight.of(List.of(CONFIRMED, PENDING))),
        "pending confirmation: sms +1555",
        "--protocol sms --notification-endpoint +1555");
  }

  @Test
  void who_has_subscribed_may_not_be_seen() {
    cannotTell(
        SubscribersCheck.of(TOPIC, denied("sns:ListSubscriptionsByTopic")),
        "sns:ListSubscriptionsByTopic");
    fault(SubscribersCheck.of(TOPIC, absent("the topic")), "does not exist", "sam deploy");
  }

  @Test
  void a_test_message_is_fine_when_sns_took_it_and_its_refusal_is_told() {
    fine(TestMessageCheck.of(TOPIC, Sight.of("id-1")), "SNS took message id-1");
    cannotTell(TestMessageCheck.of(TOPIC, denied("sns:Publish")), "sns:Publish");
    fault(TestMessageCheck.of(TOPIC, absent("the topic")), "does not exist", "sam deploy");
  }

  private static Sight<List<Alarm>> alarm(String state, boolean enabled, String action) {
    return Sight.of(List.of(new Alarm("a", state, "because", enabled, List.of(action))));
  }

  @Test
  void a_quiet_alarm_that_would_tell_is_fine() {
    fine(AlarmsCheck.of(List.of("a"), TOPIC, alarm("OK", true, TOPIC)), "a is OK");
    fine(
        AlarmsCheck.of(List.of("a"), TOPIC, alarm("INSUFFICIENT_DATA", true, TOPIC)),
        "INSUFFICIENT_DATA");
  }

  @Test
  void an_alarm_that_rings_is_muted_tells_another_topic_or_is_gone_is_a_fault() {
    List<String> names = List.of("a");

    fault(
        AlarmsCheck.of(names, TOPIC, alarm("ALARM", true, TOPIC)),
        "ALARM: because",
        "describe-alarms");
    fault(
        AlarmsCheck.of(names, TOPIC, alarm("OK", false, TOPIC)),
        "actions are disabled",
        "aws cloudwatch enable-alarm-actions --alarm-names a");
    fault(
        AlarmsCheck.of(names, TOPIC, alarm("OK", true, TOPIC + "2")),
        "the topic is not among its actions",
        "sam deploy");
    fault(AlarmsCheck.of(names, TOPIC, Sight.of(List.of())), "there is no alarm a", "sam deploy");
    cannotTell(
        AlarmsCheck.of(names, TOPIC, denied("cloudwatch:DescribeAlarms")),
        "cloudwatch:DescribeAlarms");
  }

  @Test
  void a_rule_lets_through_or_not() {
    fine(RulesCheck.of("RepairEndedBadly", Sight.of(new Rule("r", true))), "is ENABLED");
    fault(
        RulesCheck.of("RepairEndedBadly", Sight.of(new Rule("r", false))),
        "is DISABLED",
        "aws events enable-rule --name r");
    fault(RulesCheck.of("RepairEndedBadly", absent("the rule r")), "does not exist", "sam deploy");
    cannotTell(
        RulesCheck.of("RepairEndedBadly", denied("events:DescribeRule")), "events:DescribeRule");
  }

  @Test
  void what_was_not_delivered_is_a_fault() {
    fine(DeadLettersCheck.of("u", Sight.of(new Queue(0, null)), key -> absent("k")), "is empty");
    fault(
        DeadLettersCheck.of("u", Sight.of(new Queue(3, null)), key -> absent("k")),
        "3 undelivered",
        "aws sqs receive-message");
    fault(
        DeadLettersCheck.of("u", Sight.of(new Queue(0, "k")), key -> absent("k")),
        "does not exist",
        "SqsManagedSseEnabled=true");
  }
}
