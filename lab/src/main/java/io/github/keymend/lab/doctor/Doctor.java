package io.github.keymend.lab.doctor;

import io.github.keymend.lab.doctor.check.AlarmsCheck;
import io.github.keymend.lab.doctor.check.DeadLettersCheck;
import io.github.keymend.lab.doctor.check.FunctionsCheck;
import io.github.keymend.lab.doctor.check.PermissionsCheck;
import io.github.keymend.lab.doctor.check.RulesCheck;
import io.github.keymend.lab.doctor.check.ScheduleCheck;
import io.github.keymend.lab.doctor.check.SecretsCheck;
import io.github.keymend.lab.doctor.check.StackCheck;
import io.github.keymend.lab.doctor.check.SubscribersCheck;
import io.github.keymend.lab.doctor.check.SweepRunsCheck;
import io.github.keymend.lab.doctor.check.TableCheck;
import io.github.keymend.lab.doctor.check.TestMessageCheck;
import io.github.keymend.lab.doctor.check.TopicKeyCheck;
import io.github.keymend.lab.doctor.check.TrailCheck;
import io.github.keymend.lab.doctor.seen.DeployedFunction;
import io.github.keymend.lab.doctor.seen.Simulated;
import io.github.keymend.lab.doctor.seen.Stack;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks at one stack with every check. It changes nothing. */
public final class Doctor {
  private final Account account;
  private final Stack stack;
  private final Instant now;

  /** Of a stack that was found in an account. */
  public Doctor(Account account, Stack stack, Instant now) {
    this.account = account;
    this.stack = stack;
    this.now = now;
  }

  /** All findings, those that are fine among them. */
  public List<Finding> examine() {
    String topic = stack.physicalId("Messages");
    List<Finding> findings = new ArrayList<>(StackCheck.of(stack));
    if (!StackCheck.missing(stack).isEmpty()) {
      return findings;
    }
    findings.addAll(SubscribersCheck.of(topic, account.subscriptions(topic)));
    findings.addAll(TrailCheck.of(stack.region(), account.trails()));
    findings.addAll(sweep());
    findings.addAll(functionsAndRoles());
    findings.addAll(TopicKeyCheck.of(account.topic(topic), account::key));
    findings.addAll(TableCheck.of(account.table(stack.physicalId("Incidents")), account::key));
    findings.addAll(secrets());
    String queue = stack.physicalId("DeadLetters");
    findings.addAll(DeadLettersCheck.of(queue, account.queue(queue), account::key));
    for (Stack.Resource rule : stack.ofType("AWS::Events::Rule")) {
      findings.addAll(RulesCheck.of(rule.logicalId(), account.rule(rule.physicalId())));
    }
    List<String> alarms = stack.ofType("AWS::CloudWatch::Alarm").stream()
        .map(Stack.Resource::physicalId)
        .toList();
    findings.addAll(AlarmsCheck.of(alarms, topic, account.alarms(alarms)));
    return findings;
  }

  /** Sends a message through the topic, so that whoever has subscribed sees whether it arrives. */
  public List<Finding> sendTestMessage() {
    String topic = stack.physicalId("Messages");
    return TestMessageCheck.of(
        topic, account.publish(topic, TestMessageCheck.SUBJECT, TestMessageCheck.TEXT));
  }

  private List<Finding> sweep() {
    String sweep = stack.physicalId("SweepFunction");
    String arn = stack.arn("lambda", "function:" + sweep);
    List<Finding> findings = new ArrayList<>();
    List<Stack.Resource> schedules = stack.ofType("AWS::Scheduler::Schedule");
    if (schedules.isEmpty()) {
      findings.addAll(ScheduleCheck.of(arn, new Sight.Absent<>("the stack has no schedule")));
    }
    for (Stack.Resource each : schedules) {
      findings.addAll(ScheduleCheck.of(arn, account.schedule(each.physicalId())));
    }
    Duration span = SweepRunsCheck.span(stack.parameter("SweepRate"));
    findings.addAll(SweepRunsCheck.of(
        sweep,
        stack.physicalId("FunctionLogs"),
        span,
        Duration.between(stack.changed(), now),
        account.runs(sweep, now.minus(span), now)));
    return findings;
  }

  private List<Finding> functionsAndRoles() {
    List<Finding> findings = new ArrayList<>();
    for (String each : Needs.ALL_FUNCTIONS) {
      Sight<DeployedFunction> sight = account.function(stack.physicalId(each));
      findings.addAll(FunctionsCheck.of(each, stack, sight));
      String role = sight instanceof Sight.Seen<DeployedFunction> seen
          ? seen.value().roleArn()
          : roleOf(each);
      findings.addAll(permissions(each, role));
    }
    findings.addAll(permissions(Needs.MACHINE, roleOf(Needs.MACHINE)));
    return findings;
  }

  /** By the name that SAM gives to the role of a function or state machine. */
  private String roleOf(String owner) {
    return stack.roleArn(stack.physicalId(owner + "Role"));
  }

  private List<Finding> permissions(String owner, String role) {
    boolean acting = stack.parameter("Mode").equals("repair");
    boolean named = !stack.list("CorrectionSecretArns").isEmpty();
    Map<String, List<String>> actions = new LinkedHashMap<>();
    for (Need need : Needs.all().getOrDefault(owner, List.of())) {
      if (need.when().holds(acting, named)) {
        new Resources(stack)
            .of(need.on())
            .forEach(resource ->
                actions.computeIfAbsent(resource, any -> new ArrayList<>()).add(need.action()));
      }
    }
    Map<String, Sight<List<Simulated>>> simulated = new LinkedHashMap<>();
    actions.forEach(
        (resource, all) -> simulated.put(resource, account.simulate(role, all, resource)));
    return PermissionsCheck.of(owner, simulated);
  }

  private List<Finding> secrets() {
    List<Finding> findings = new ArrayList<>();
    for (String arn : stack.list("CorrectionSecretArns")) {
      findings.addAll(SecretsCheck.of(
          arn,
          stack.region(),
          account.secret(arn),
          account::key,
          key -> account.simulate(roleOf("CorrectFunction"), List.of("kms:Decrypt"), key)));
    }
    return findings;
  }
}
