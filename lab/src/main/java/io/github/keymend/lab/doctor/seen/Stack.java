package io.github.keymend.lab.doctor.seen;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A CloudFormation stack.
 *
 * @param id its ARN
 * @param name its name
 * @param status StackStatus
 * @param statusReason why, or null
 * @param changed when it was created or last updated
 * @param parameters by name
 * @param resources by logical id
 */
public record Stack(
    String id,
    String name,
    String status,
    @Nullable String statusReason,
    Instant changed,
    Map<String, String> parameters,
    Map<String, Resource> resources) {
  /** Copies. */
  public Stack {
    parameters = Map.copyOf(parameters);
    resources = Map.copyOf(resources);
  }

  /**
   * One resource of it.
   *
   * @param logicalId its name in the template
   * @param type such as {@code AWS::SNS::Topic}
   * @param physicalId what {@code Ref} gives; empty while it does not exist
   * @param status ResourceStatus
   */
  public record Resource(String logicalId, String type, String physicalId, String status) {}

  /** The physical id of a resource; empty where the stack has none of this name. */
  public String physicalId(String logicalId) {
    Resource resource = resources.get(logicalId);
    return resource == null ? "" : resource.physicalId();
  }

  /** The resources of a type. */
  public List<Resource> ofType(String type) {
    return resources.values().stream()
        .filter(each -> each.type().equals(type))
        .sorted(Comparator.comparing(Resource::logicalId))
        .toList();
  }

  /** The value of a parameter; empty where it has none. */
  public String parameter(String parameter) {
    return parameters.getOrDefault(parameter, "");
  }

  /** The values of a parameter that is a list, those that are not empty. */
  public List<String> list(String parameter) {
    return Arrays.stream(parameter(parameter).split(",", -1))
        .map(String::strip)
        .filter(each -> !each.isEmpty())
        .toList();
  }

  /** An ARN in the partition, Region and account of the stack. */
  public String arn(String service, String resource) {
    String[] parts = id.split(":", -1);
    return String.join(":", "arn", parts[1], service, parts[3], parts[4], resource);
  }

  /** The ARN of a role by its name; roles have no Region. */
  public String roleArn(String role) {
    String[] parts = id.split(":", -1);
    return String.join(":", "arn", parts[1], "iam", "", parts[4], "role/" + role);
  }

  /** The Region. */
  public String region() {
    return id.split(":", -1)[3];
  }
}
