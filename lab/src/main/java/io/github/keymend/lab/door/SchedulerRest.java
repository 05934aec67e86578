package io.github.keymend.lab.door;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keymend.lab.account.Ailment;
import io.github.keymend.lab.account.DeployedStack;
import io.github.keymend.lab.account.SimulatedAccount;
import io.github.keymend.lab.service.Caller;
import io.github.keymend.lab.service.Place;
import io.github.keymend.lab.service.ServiceError;
import java.util.Map;

/** Amazon EventBridge Scheduler on the wire: REST with JSON, the one operation GetSchedule; Scheduler API reference. */
final class SchedulerRest {
  private static final String PREFIX = "/schedules/";

  private final SimulatedAccount account;
  private final AccountCalls calls;
  private final Place place;

  SchedulerRest(SimulatedAccount account, AccountCalls calls, Place place) {
    this.account = account;
    this.calls = calls;
    this.place = place;
  }

  static boolean owns(WireRequest request) {
    return request.path().startsWith(PREFIX);
  }

  WireResponse call(Caller caller, WireRequest request, String requestId) {
    String name = request.path().substring(PREFIX.length()).replaceFirst("\\?.*", "");
    try {
      if (!request.method().equals("GET")) {
        throw WireErrors.unknownOperation(request.method() + " " + request.path());
      }
      ObjectNode schedule =
          calls.pass(caller, "scheduler", "GetSchedule", name, () -> schedule(name));
      return new WireResponse(
          200,
          Map.of("Content-Type", "application/json", "x-amzn-RequestId", requestId),
          schedule.toString());
    } catch (ServiceError error) {
      return LambdaRest.error(error, requestId);
    }
  }

  private ObjectNode schedule(String name) {
    DeployedStack stack = account
        .stack()
        .filter(each -> each.part("AWS::Scheduler::Schedule", name).isPresent())
        .filter(each -> !account.ailments().has(Ailment.SCHEDULE_GONE))
        .orElseThrow(() -> new ServiceError(
            "ResourceNotFoundException", 404, "Schedule " + name + " does not exist."));
    boolean disabled = account.ailments().has(Ailment.SCHEDULE_DISABLED);
    ObjectNode answer = Json.object();
    answer.put("Name", name).put("GroupName", "default");
    answer.put("State", disabled ? "DISABLED" : "ENABLED");
    answer.put("ScheduleExpression", stack.parameters().getOrDefault("SweepRate", ""));
    answer
        .putObject("Target")
        .put("Arn", place.arn("lambda", "function:" + stack.physicalId("SweepFunction")))
        .put(
            "RoleArn",
            "arn:aws:iam::" + place.account() + ":role/keymend-SweepFunctionScheduleRole");
    return answer;
  }
}
