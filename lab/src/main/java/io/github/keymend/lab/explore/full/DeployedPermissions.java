package io.github.keymend.lab.explore.full;

import io.github.keymend.lab.stage.Functions;
import io.github.keymend.lab.template.DeployedTemplate;
import io.github.keymend.lab.template.Deployment;
import io.github.keymend.lab.template.Role;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the roles of the template allow, in mode repair and with a secret to correct a store with. On which resource is not
 * asked.
 */
public final class DeployedPermissions implements Permissions {
  private final Map<String, Set<String>> allowed = new TreeMap<>();

  /** Of the template as it is deployed. */
  public DeployedPermissions() {
    DeployedTemplate template = DeployedTemplate.by(Deployment.inTheLab()
        .with("CorrectionStores", "cks-1234567890abcdef0")
        .with(
            "CorrectionSecretArns",
            "arn:aws:secretsmanager:us-east-1:111122223333:secret:kmsuser-AbCdEf"));
    for (String function : Functions.names()) {
      allowed.put(function, Role.of(template, function).allowedActions());
    }
  }

  @Override
  public boolean allow(String function, String action) {
    return of(function).contains(action);
  }

  /** The actions that a function may ask for. */
  public Set<String> of(String function) {
    return allowed.getOrDefault(function, Set.of());
  }
}
