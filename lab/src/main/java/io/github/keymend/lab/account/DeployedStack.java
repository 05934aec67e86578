package io.github.keymend.lab.account;

import io.github.keymend.lab.service.Place;
import io.github.keymend.lab.template.DeployedTemplate;
import io.github.keymend.lab.template.Deployment;
import io.github.keymend.lab.template.Role;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * keymend as a stack, made of the template that is deployed.
 *
 * @param deployed when
 * @param parameters of the template, all of them
 * @param environment of every function
 * @param parts its resources
 * @param roles the policies of each role, by the role's name
 * @param arns from the ARNs that the template's policies have after {@link DeployedTemplate} to those of the lab
 */
public record DeployedStack(
    Instant deployed,
    Map<String, String> parameters,
    Map<String, String> environment,
    List<Part> parts,
    Map<String, Role> roles,
    Map<String, String> arns) {
  /** Its name. */
  public static final String NAME = "keymend";

  /** Its id. */
  public static final String ID =
      Place.DEFAULT.arn("cloudformation", "stack/keymend/11111111-2222-4333-8444-555555555555");

  /** Copies. */
  public DeployedStack {
    parameters = Map.copyOf(parameters);
    environment = Map.copyOf(environment);
    parts = List.copyOf(parts);
    roles = Map.copyOf(roles);
    arns = Map.copyOf(arns);
  }

  /**
   * The stack of a deployment.
   *
   * @param deployment its parameters
   * @param environment what the functions have
   * @param deployed when it was made
   */
  public static DeployedStack of(
      Deployment deployment, Map<String, String> environment, Instant deployed) {
    DeployedTemplate template = DeployedTemplate.by(deployment);
    List<Part> parts = Parts.of(template, environment);
    Map<String, Role> roles = new HashMap<>();
    parts.stream()
        .filter(each -> each.type().equals("AWS::IAM::Role"))
        .forEach(each -> template
            .owner(each.logicalId().replaceFirst("Role$", ""))
            .ifPresent(owner -> roles.put(each.physicalId(), Role.of(template, owner))));
    return new DeployedStack(
        deployed,
        DeployedTemplate.parameters(deployment),
        environment,
        parts,
        roles,
        Parts.arns(parts));
  }

  /** The resource of a type with this physical id. */
  public Optional<Part> part(String type, String physicalId) {
    return parts.stream()
        .filter(each -> each.type().equals(type) && each.physicalId().equals(physicalId))
        .findFirst();
  }

  /** The physical id of a resource. */
  public String physicalId(String logicalId) {
    return parts.stream()
        .filter(each -> each.logicalId().equals(logicalId))
        .map(Part::physicalId)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("the stack has no " + logicalId));
  }
}
