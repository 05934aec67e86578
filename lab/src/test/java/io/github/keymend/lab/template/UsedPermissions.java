package io.github.keymend.lab.template;

import io.github.keymend.lab.asl.model.AslFile;
import io.github.keymend.lab.asl.model.TaskState;
import io.github.keymend.lab.door.SimulatedAws;
import io.github.keymend.lab.explore.stage.Depth;
import io.github.keymend.lab.explore.stage.Machinery;
import io.github.keymend.lab.explore.stage.Props;
import io.github.keymend.lab.scenario.Entry;
import io.github.keymend.lab.scenario.Rehearsal;
import io.github.keymend.lab.service.CallRecord;
import io.github.keymend.lab.stage.Lab;
import io.github.keymend.port.StoreItems;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * What each role was seen to do, as {@code action on resource}, with the names that the template gives to what the lab names
 * otherwise. Heard by several threads.
 */
final class UsedPermissions {
  /** KMS has no resource type for a custom key store (Service Authorization Reference, AWS KMS). */
  private static final Set<String> WITHOUT_RESOURCE = Set.of(
      "kms:DescribeCustomKeyStores",
      "kms:ConnectCustomKeyStore",
      "kms:DisconnectCustomKeyStore",
      "kms:UpdateCustomKeyStore");

  private final Map<String, Set<String>> byRole = new ConcurrentHashMap<>();

  /** By logical id of the function or state machine, sorted. */
  Map<String, Set<String>> byOwner() {
    Map<String, Set<String>> all = new TreeMap<>();
    byRole.forEach((role, uses) -> all.put(role, new TreeSet<>(uses)));
    return all;
  }

  /** Hears a scenario that was played. */
  void add(Rehearsal rehearsal) {
    addCalls(rehearsal.lab());
    rehearsal.lab().stepFunctions().executions().stream()
        .map(execution -> execution.start().file())
        .findFirst()
        .ifPresent(file -> rehearsal.story().entries().forEach(entry -> {
          if (entry instanceof Entry.Entered entered) {
            addTask(file, entered.state());
          }
        }));
  }

  /** Hears what was called in a lab. */
  void addCalls(Lab lab) {
    SimulatedAws aws = lab.aws();
    aws.kms().calls().forEach(line -> add("kms", line));
    aws.sns().calls().forEach(line -> add("sns", line));
    aws.secrets().calls().forEach(line -> add("secretsmanager", line));
    aws.stepFunctionsCalls().forEach(line -> add("states", line));
    lab.memoryCalls().forEach(this::addMemory);
  }

  /** A depth whose histories are heard. */
  Depth heard(Depth depth) {
    return new Depth() {
      @Override
      public StoreItems memory() {
        return depth.memory();
      }

      @Override
      public Machinery build(Props props) {
        props.aws().get().onCall((service, line) -> add(service, line));
        return depth.build(props);
      }
    };
  }

  private void addTask(AslFile file, String state) {
    if (file.state(state) instanceof TaskState task) {
      use(
          "RepairStateMachine",
          "lambda:InvokeFunction",
          arn("service", "keymend-" + task.function()));
    }
  }

  private void addMemory(CallRecord line) {
    String table = arn("service", "keymend-Incidents");
    for (String action : TableCalls.actions(line.call().operation())) {
      use(owner(line), action, table);
    }
  }

  private void add(String service, CallRecord line) {
    if (!line.call().caller().name().startsWith("keymend-")) {
      return; // a person, or an AWS service
    }
    String action = service + ":" + line.call().operation();
    use(owner(line), action, resource(action, line.call().resource()));
  }

  private static String owner(CallRecord line) {
    return line.call().caller().name().replaceFirst("^keymend-(.*)Role$", "$1");
  }

  private static String resource(String action, String resource) {
    if (WITHOUT_RESOURCE.contains(action)) {
      return "*";
    }
    return switch (action) {
      case "sns:Publish", "sns:ListSubscriptionsByTopic" ->
        resource.equals(arn("sns", "keymend")) ? arn("sns", "keymend-Messages") : resource;
      case "secretsmanager:GetSecretValue",
          "secretsmanager:ListSecretVersionIds",
          "secretsmanager:DescribeSecret" ->
        // each deployment of the lab names its secret as the parameter CorrectionSecretArns
        resource.startsWith(arn("secretsmanager", "secret:")) ? Deployments.SECRET : resource;
      default -> resource;
    };
  }

  private static String arn(String service, String resource) {
    return "arn:aws:" + service + ":us-east-1:" + Deployments.ACCOUNT + ":" + resource;
  }

  private void use(String owner, String action, String resource) {
    byRole
        .computeIfAbsent(owner, it -> new ConcurrentSkipListSet<>())
        .add(action + " on " + resource);
  }
}
