package io.github.keymend.lab.door;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keymend.lab.account.Ailment;
import io.github.keymend.lab.account.SimulatedAccount;
import io.github.keymend.lab.service.Caller;
import io.github.keymend.lab.service.ServiceError;

/** Amazon EventBridge on the wire: the rules of the stack; EventBridge API reference, DescribeRule. */
final class EventsJson implements JsonService {
  private static final Shape NAME = Shape.text(1, 64);

  private final SimulatedAccount account;
  private final AccountCalls calls;

  EventsJson(SimulatedAccount account, AccountCalls calls) {
    this.account = account;
    this.calls = calls;
  }

  @Override
  public String targetPrefix() {
    return "AWSEvents";
  }

  @Override
  public String jsonVersion() {
    return "1.1";
  }

  @Override
  public JsonNode call(Caller caller, String operation, Members request) {
    if (!operation.equals("DescribeRule")) {
      throw WireErrors.unknownOperation(operation);
    }
    String name = request.required("Name", NAME);
    return calls.pass(caller, "events", operation, name, () -> {
      if (account.stack().flatMap(each -> each.part("AWS::Events::Rule", name)).isEmpty()) {
        throw ServiceError.refusal(
            "ResourceNotFoundException", "Rule " + name + " does not exist on EventBus default.");
      }
      boolean disabled = account.ailments().has(Ailment.RULES_DISABLED);
      return Json.object().put("Name", name).put("State", disabled ? "DISABLED" : "ENABLED");
    });
  }
}
