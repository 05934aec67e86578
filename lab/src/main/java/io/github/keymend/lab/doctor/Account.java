package io.github.keymend.lab.doctor;

import io.github.keymend.lab.doctor.seen.Alarm;
import io.github.keymend.lab.doctor.seen.DeployedFunction;
import io.github.keymend.lab.doctor.seen.Key;
import io.github.keymend.lab.doctor.seen.Queue;
import io.github.keymend.lab.doctor.seen.Rule;
import io.github.keymend.lab.doctor.seen.Runs;
import io.github.keymend.lab.doctor.seen.Schedule;
import io.github.keymend.lab.doctor.seen.Secret;
import io.github.keymend.lab.doctor.seen.Simulated;
import io.github.keymend.lab.doctor.seen.Stack;
import io.github.keymend.lab.doctor.seen.Subscription;
import io.github.keymend.lab.doctor.seen.Table;
import io.github.keymend.lab.doctor.seen.Topic;
import io.github.keymend.lab.doctor.seen.Trail;
import java.time.Instant;
import java.util.List;

/** One account and Region of AWS, as far as doctor looks at it. Nothing here changes anything but {@link #publish}. */
public interface Account {
  /** A stack with its resources. */
  Sight<Stack> stack(String name);

  /** A topic. */
  Sight<Topic> topic(String topicArn);

  /** Who has subscribed to a topic. */
  Sight<List<Subscription>> subscriptions(String topicArn);

  /** Sends one message: its id. */
  Sight<String> publish(String topicArn, String subject, String text);

  /** A table. */
  Sight<Table> table(String name);

  /** A queue. */
  Sight<Queue> queue(String url);

  /** A KMS key by id, ARN or alias. */
  Sight<Key> key(String keyId);

  /** A secret, never its value. */
  Sight<Secret> secret(String arn);

  /** The trails that this Region knows, those of other Regions and of the organization included. */
  Sight<List<Sight<Trail>>> trails();

  /** What IAM's simulator says of a role's actions on one resource. */
  Sight<List<Simulated>> simulate(String roleArn, List<String> actions, String resource);

  /** A schedule of the default group. */
  Sight<Schedule> schedule(String name);

  /** How often a function ran in a span of time, and failed. */
  Sight<Runs> runs(String function, Instant from, Instant to);

  /** A rule of the default bus. */
  Sight<Rule> rule(String name);

  /** Alarms by name; those that do not exist are not in the list. */
  Sight<List<Alarm>> alarms(List<String> names);

  /** A function. */
  Sight<DeployedFunction> function(String name);
}
