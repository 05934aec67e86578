package io.github.keymend.lab.door;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keymend.lab.account.Ailment;
import io.github.keymend.lab.account.DeployedStack;
import io.github.keymend.lab.account.SimulatedAccount;
import io.github.keymend.lab.service.Caller;
import io.github.keymend.lab.service.ServiceError;
import io.github.keymend.lab.template.Role;
import java.util.List;
import java.util.regex.Pattern;

/**
 * IAM's simulator on the wire: the policies that the template gives to a role, by action and resource; conditions and
 * resource policies are none of its business. IAM API reference, SimulatePrincipalPolicy.
 */
final class IamQuery implements QueryService {
  private static final String ALLOWED = "allowed";
  /** The action that is denied when the account ails so. */
  private static final String STRUCK = "sns:Publish";

  private final SimulatedAccount account;
  private final AccountCalls calls;

  IamQuery(SimulatedAccount account, AccountCalls calls) {
    this.account = account;
    this.calls = calls;
  }

  @Override
  public String version() {
    return "2010-05-08";
  }

  @Override
  public String namespace() {
    return "https://iam.amazonaws.com/doc/2010-05-08/";
  }

  @Override
  public String result(Caller caller, QueryRequest request) {
    String action = request.action();
    if (!action.equals("SimulatePrincipalPolicy")) {
      throw ServiceError.refusal("InvalidAction", "Could not find operation " + action);
    }
    String source = request.text("PolicySourceArn");
    return calls.pass(caller, "iam", action, source, () -> simulate(source, request));
  }

  private String simulate(String source, QueryRequest request) {
    DeployedStack stack = account.stack().orElseThrow(() -> noSuchRole(source));
    Role role = stack.roles().get(source.substring(source.lastIndexOf('/') + 1));
    if (role == null) {
      throw noSuchRole(source);
    }
    List<String> resources = request.list("ResourceArns");
    String resource = resources.isEmpty() ? "*" : resources.get(0);
    String results = Xml.list(
        "EvaluationResults",
        request.list("ActionNames"),
        action -> evaluation(role, stack, action, resource));
    return results + Xml.text("IsTruncated", "false");
  }

  private String evaluation(Role role, DeployedStack stack, String action, String resource) {
    boolean struck = action.equals(STRUCK);
    boolean byOrganization =
        !(struck && account.ailments().has(Ailment.PERMISSION_DENIED_BY_ORGANIZATION));
    boolean byBoundary = !(struck && account.ailments().has(Ailment.PERMISSION_DENIED_BY_BOUNDARY));
    boolean missing = struck && account.ailments().has(Ailment.PERMISSION_MISSING);
    String decision = decision(role, stack, action, resource);
    boolean allowed = decision.equals(ALLOWED) && byOrganization && byBoundary && !missing;
    return Xml.text("EvalActionName", action)
        + Xml.text("EvalResourceName", resource)
        + Xml.text("EvalDecision", allowed || !decision.equals(ALLOWED) ? decision : "implicitDeny")
        + Xml.element(
            "OrganizationsDecisionDetail", Xml.text("AllowedByOrganizations", byOrganization))
        + (byBoundary
            ? ""
            : Xml.element(
                "PermissionsBoundaryDecisionDetail",
                Xml.text("AllowedByPermissionsBoundary", "false")));
  }

  /** A denial goes before everything; what nothing allows is denied (IAM User Guide, policy evaluation logic). */
  private static String decision(Role role, DeployedStack stack, String action, String resource) {
    if (anyCovers(role, stack, "Deny", action, resource)) {
      return "explicitDeny";
    }
    return anyCovers(role, stack, "Allow", action, resource) ? ALLOWED : "implicitDeny";
  }

  private static boolean anyCovers(
      Role role, DeployedStack stack, String effect, String action, String resource) {
    return role.statements().stream()
        .filter(each -> each.path("Effect").asText().equals(effect))
        .anyMatch(each -> fits(each.path("Action"), stack, action)
            && fits(each.path("Resource"), stack, resource));
  }

  private static boolean fits(JsonNode patterns, DeployedStack stack, String value) {
    return Role.texts(patterns).stream()
        .map(each -> stack.arns().getOrDefault(each, each))
        .anyMatch(each -> Pattern.matches(Pattern.quote(each).replace("*", "\\E.*\\Q"), value));
  }

  private static ServiceError noSuchRole(String source) {
    return new ServiceError("NoSuchEntity", 404, "The entity " + source + " cannot be found.");
  }
}
