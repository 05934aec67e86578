package io.github.keymend.lab.doctor.aws;

import io.github.keymend.aws.Lazy;
import io.github.keymend.lab.doctor.Account;
import io.github.keymend.lab.doctor.Sight;
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
import java.util.function.Supplier;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** An account as the SDK shows it: one reader for each service, made when it is first asked. */
public final class SdkAccount implements Account {
  private final Supplier<Stacks> stacks;
  private final Supplier<Topics> topics;
  private final Supplier<Tables> tables;
  private final Supplier<Queues> queues;
  private final Supplier<Keys> keys;
  private final Supplier<Secrets> secrets;
  private final Supplier<Trails> trails;
  private final Supplier<Roles> roles;
  private final Supplier<Schedules> schedules;
  private final Supplier<Metrics> metrics;
  private final Supplier<Rules> rules;
  private final Supplier<LambdaConfigurations> functions;

  /** The account that {@code access} leads to. */
  public SdkAccount(Access access) {
    stacks = new Lazy<>(() -> new Stacks(access.client(CloudFormationClient.builder())));
    topics = new Lazy<>(() -> new Topics(access.client(SnsClient.builder())));
    tables = new Lazy<>(() -> new Tables(access.client(DynamoDbClient.builder())));
    queues = new Lazy<>(() -> new Queues(access.client(SqsClient.builder())));
    keys = new Lazy<>(() -> new Keys(access.client(KmsClient.builder())));
    secrets = new Lazy<>(() -> new Secrets(access.client(SecretsManagerClient.builder())));
    trails = new Lazy<>(() -> new Trails(access));
    roles = new Lazy<>(() -> new Roles(access.client(IamClient.builder(), iamRegion(access))));
    schedules = new Lazy<>(() -> new Schedules(access.client(SchedulerClient.builder())));
    metrics = new Lazy<>(() -> new Metrics(access.client(CloudWatchClient.builder())));
    rules = new Lazy<>(() -> new Rules(access.client(EventBridgeClient.builder())));
    functions = new Lazy<>(() -> new LambdaConfigurations(access.client(LambdaClient.builder())));
  }

  /** IAM is one for a partition; the SDK knows its endpoint by the Region that is no place. */
  private static String iamRegion(Access access) {
    if (access.region().startsWith("us-gov-")) {
      return "aws-us-gov-global";
    }
    return access.region().startsWith("cn-") ? "aws-cn-global" : "aws-global";
  }

  @Override
  public Sight<Stack> stack(String name) {
    return stacks.get().stack(name);
  }

  @Override
  public Sight<Topic> topic(String topicArn) {
    return topics.get().topic(topicArn);
  }

  @Override
  public Sight<List<Subscription>> subscriptions(String topicArn) {
    return topics.get().subscriptions(topicArn);
  }

  @Override
  public Sight<String> publish(String topicArn, String subject, String text) {
    return topics.get().publish(topicArn, subject, text);
  }

  @Override
  public Sight<Table> table(String name) {
    return tables.get().table(name);
  }

  @Override
  public Sight<Queue> queue(String url) {
    return queues.get().queue(url);
  }

  @Override
  public Sight<Key> key(String keyId) {
    return keys.get().key(keyId);
  }

  @Override
  public Sight<Secret> secret(String arn) {
    return secrets.get().secret(arn);
  }

  @Override
  public Sight<List<Sight<Trail>>> trails() {
    return trails.get().all();
  }

  @Override
  public Sight<List<Simulated>> simulate(String roleArn, List<String> actions, String resource) {
    return roles.get().simulate(roleArn, actions, resource);
  }

  @Override
  public Sight<Schedule> schedule(String name) {
    return schedules.get().schedule(name);
  }

  @Override
  public Sight<Runs> runs(String function, Instant from, Instant to) {
    return metrics.get().runs(function, from, to);
  }

  @Override
  public Sight<Rule> rule(String name) {
    return rules.get().rule(name);
  }

  @Override
  public Sight<List<Alarm>> alarms(List<String> names) {
    return metrics.get().alarms(names);
  }

  @Override
  public Sight<DeployedFunction> function(String name) {
    return functions.get().function(name);
  }
}
