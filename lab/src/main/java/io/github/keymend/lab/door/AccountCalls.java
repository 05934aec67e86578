package io.github.keymend.lab.door;

import io.github.keymend.lab.account.Ailment;
import io.github.keymend.lab.account.SimulatedAccount;
import io.github.keymend.lab.service.Call;
import io.github.keymend.lab.service.CallGate;
import io.github.keymend.lab.service.CallRecord;
import io.github.keymend.lab.service.Caller;
import io.github.keymend.lab.service.ServiceError;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** What every call to the services that only show the account goes through: the log, and who may look. */
final class AccountCalls {
  /** The services, by the prefix of their IAM actions, with what they answer here. */
  private static final Map<String, Set<String>> OPERATIONS = Map.of(
      "cloudformation", Set.of("DescribeStacks", "ListStackResources"),
      "cloudtrail", Set.of("DescribeTrails", "GetTrailStatus", "GetEventSelectors"),
      "cloudwatch", Set.of("GetMetricStatistics", "DescribeAlarms"),
      "dynamodb", Set.of("DescribeTable"),
      "events", Set.of("DescribeRule"),
      "iam", Set.of("SimulatePrincipalPolicy"),
      "lambda", Set.of("GetFunctionConfiguration"),
      "scheduler", Set.of("GetSchedule"),
      "sqs", Set.of("GetQueueAttributes"));

  /** What the person who runs doctor may not ask when the account ails so. */
  private static final Set<String> OFTEN_DENIED = Set.of("cloudtrail", "iam");

  private final Map<String, CallGate> gates = new TreeMap<>();
  private final SimulatedAccount account;

  AccountCalls(Clock clock, SimulatedAccount account) {
    this.account = account;
    OPERATIONS.forEach(
        (service, operations) -> gates.put(service, new CallGate(clock, operations)));
  }

  /** Lets a call through to {@code answer}. */
  <T> T pass(Caller caller, String service, String operation, String resource, Supplier<T> answer) {
    CallGate gate = Objects.requireNonNull(gates.get(service), service);
    return gate.pass(Call.of(operation, resource, caller), () -> {
      boolean denied = account.ailments().has(Ailment.CALLER_DENIED)
          && caller.kind() == Caller.Kind.USER
          && OFTEN_DENIED.contains(service);
      if (denied) {
        throw ServiceError.accessDenied(service + ":" + operation);
      }
      return answer.get();
    });
  }

  void onCall(BiConsumer<String, CallRecord> listener) {
    gates.forEach((service, gate) -> gate.onCall(line -> listener.accept(service, line)));
  }
}
