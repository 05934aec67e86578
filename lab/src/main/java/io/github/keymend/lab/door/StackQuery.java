package io.github.keymend.lab.door;

import io.github.keymend.lab.account.Ailment;
import io.github.keymend.lab.account.DeployedStack;
import io.github.keymend.lab.account.Part;
import io.github.keymend.lab.account.SimulatedAccount;
import io.github.keymend.lab.clock.Timeline;
import io.github.keymend.lab.service.Caller;
import io.github.keymend.lab.service.ServiceError;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** AWS CloudFormation on the wire; CloudFormation API reference, DescribeStacks, ListStackResources. */
final class StackQuery implements QueryService {
  private final SimulatedAccount account;
  private final AccountCalls calls;
  private final Timeline timeline;

  StackQuery(SimulatedAccount account, AccountCalls calls, Timeline timeline) {
    this.account = account;
    this.calls = calls;
    this.timeline = timeline;
  }

  @Override
  public String version() {
    return "2010-05-15";
  }

  @Override
  public String namespace() {
    return "http://cloudformation.amazonaws.com/doc/2010-05-15/";
  }

  @Override
  public String result(Caller caller, QueryRequest request) {
    String name = request.text("StackName");
    String action = request.action();
    return switch (action) {
      case "DescribeStacks" ->
        calls.pass(caller, "cloudformation", action, name, () -> describe(named(name), request));
      case "ListStackResources" ->
        calls.pass(caller, "cloudformation", action, name, () -> resources(named(name)));
      default -> throw ServiceError.refusal("InvalidAction", "Could not find operation " + action);
    };
  }

  private DeployedStack named(String name) {
    return account
        .stack()
        .filter(each -> name.equals(DeployedStack.NAME) || name.equals(DeployedStack.ID))
        .orElseThrow(() ->
            ServiceError.refusal("ValidationError", "Stack with id " + name + " does not exist"));
  }

  private String describe(DeployedStack stack, QueryRequest request) {
    Duration ahead = request.ahead(timeline.now());
    String inside = Xml.text("StackId", DeployedStack.ID)
        + Xml.text("StackName", DeployedStack.NAME)
        + Xml.text("CreationTime", stack.deployed().plus(ahead))
        + Xml.text("StackStatus", status())
        + Xml.list(
            "Parameters",
            List.copyOf(stack.parameters().entrySet()),
            (Map.Entry<String, String> each) -> Xml.text("ParameterKey", each.getKey())
                + Xml.text("ParameterValue", each.getValue()));
    return Xml.element("Stacks", Xml.element("member", inside));
  }

  private String status() {
    if (account.ailments().has(Ailment.STACK_FAILED)) {
      return "UPDATE_ROLLBACK_FAILED";
    }
    return account.ailments().has(Ailment.STACK_ROLLED_BACK)
        ? "UPDATE_ROLLBACK_COMPLETE"
        : "CREATE_COMPLETE";
  }

  private static String resources(DeployedStack stack) {
    return Xml.list(
        "StackResourceSummaries",
        stack.parts(),
        (Part each) -> Xml.text("LogicalResourceId", each.logicalId())
            + Xml.text("PhysicalResourceId", each.physicalId())
            + Xml.text("ResourceType", each.type())
            + Xml.text("LastUpdatedTimestamp", stack.deployed())
            + Xml.text("ResourceStatus", "CREATE_COMPLETE"));
  }
}
