package io.github.keymend.lab.doctor.aws;

import io.github.keymend.lab.doctor.Sight;
import io.github.keymend.lab.doctor.seen.Stack;
import io.github.keymend.lab.doctor.seen.Stack.Resource;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;

/** Asks CloudFormation. */
final class Stacks {
  private final CloudFormationClient client;

  Stacks(CloudFormationClient client) {
    this.client = client;
  }

  Sight<Stack> stack(String name) {
    Sight<software.amazon.awssdk.services.cloudformation.model.Stack> described = Ask.of(
        "cloudformation:DescribeStacks",
        "the stack " + name,
        () -> client.describeStacks(request -> request.stackName(name)).stacks().get(0));
    if (!(described
        instanceof Sight.Seen<software.amazon.awssdk.services.cloudformation.model.Stack> seen)) {
      return described.without();
    }
    // Not DescribeStackResources, which shows the first hundred alone.
    return Ask.of("cloudformation:ListStackResources", "the stack " + name, () -> {
      Map<String, Resource> resources = new HashMap<>();
      client
          .listStackResourcesPaginator(request -> request.stackName(name))
          .stackResourceSummaries()
          .forEach(each -> resources.put(each.logicalResourceId(), resource(each)));
      return stack(seen.value(), resources);
    });
  }

  private static Stack stack(
      software.amazon.awssdk.services.cloudformation.model.Stack stack,
      Map<String, Resource> resources) {
    Map<String, String> parameters = new HashMap<>();
    stack.parameters().forEach(each -> parameters.put(each.parameterKey(), each.parameterValue()));
    Instant changed =
        stack.lastUpdatedTime() == null ? stack.creationTime() : stack.lastUpdatedTime();
    return new Stack(
        stack.stackId(),
        stack.stackName(),
        stack.stackStatusAsString(),
        stack.stackStatusReason(),
        changed,
        parameters,
        resources);
  }

  private static Resource resource(StackResourceSummary each) {
    String id = each.physicalResourceId() == null ? "" : each.physicalResourceId();
    return new Resource(
        each.logicalResourceId(), each.resourceType(), id, each.resourceStatusAsString());
  }
}
