package io.github.keymend.lab.doctor.aws;

import io.github.keymend.lab.doctor.Sight;
import io.github.keymend.lab.doctor.seen.Simulated;
import java.util.List;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.EvaluationResult;

/** Asks IAM's simulator, which knows the policies of a role, its boundary and those of the organization. */
final class Roles {
  private final IamClient client;

  Roles(IamClient client) {
    this.client = client;
  }

  Sight<List<Simulated>> simulate(String roleArn, List<String> actions, String resource) {
    return Ask.of(
        "iam:SimulatePrincipalPolicy",
        "the role " + roleArn,
        () -> client
            .simulatePrincipalPolicyPaginator(request ->
                request.policySourceArn(roleArn).actionNames(actions).resourceArns(resource))
            .evaluationResults()
            .stream()
            .map(Roles::simulated)
            .toList());
  }

  private static Simulated simulated(EvaluationResult result) {
    boolean byOrganization = result.organizationsDecisionDetail() == null
        || result.organizationsDecisionDetail().allowedByOrganizations();
    boolean byBoundary = result.permissionsBoundaryDecisionDetail() == null
        || result.permissionsBoundaryDecisionDetail().allowedByPermissionsBoundary();
    return new Simulated(
        result.evalActionName(), result.evalDecisionAsString(), byOrganization, byBoundary);
  }
}
