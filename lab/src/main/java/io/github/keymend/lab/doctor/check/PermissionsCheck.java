package io.github.keymend.lab.doctor.check;

import io.github.keymend.lab.doctor.Finding;
import io.github.keymend.lab.doctor.Sight;
import io.github.keymend.lab.doctor.seen.Simulated;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A role may do what its owner needs, whatever else the account and its organization say. */
public final class PermissionsCheck {
  private static final String CHECK = "permissions";

  private PermissionsCheck() {}

  /**
   * Judges what IAM's simulator says.
   *
   * @param owner the function or the workflow, by its logical id
   * @param byResource what it says of the actions on each resource
   */
  public static List<Finding> of(String owner, Map<String, Sight<List<Simulated>>> byResource) {
    List<Finding> findings = new ArrayList<>();
    Set<String> allowed = new LinkedHashSet<>();
    byResource.forEach((resource, sight) -> findings.addAll(Look.at(
        CHECK,
        sight,
        simulated -> judge(owner, resource, simulated, allowed),
        what -> Finding.fault(
            CHECK, "the role of " + owner + ": " + what, why(owner), "deploy again: sam deploy"))));
    if (findings.isEmpty()) {
      return List.of(Finding.fine(CHECK, owner + " may " + String.join(", ", allowed)));
    }
    return findings.stream().distinct().toList();
  }

  private static List<Finding> judge(
      String owner, String resource, List<Simulated> simulated, Set<String> allowed) {
    List<Finding> findings = new ArrayList<>();
    for (Simulated each : simulated) {
      if (each.allowed()) {
        allowed.add(each.action());
      } else {
        findings.add(Finding.fault(
            CHECK,
            owner + " may not " + each.action() + " on " + resource + ": " + cause(each),
            why(owner),
            remedy(each)));
      }
    }
    return findings;
  }

  private static String cause(Simulated simulated) {
    if (!simulated.byOrganization()) {
      return "a service control policy of the organization does not allow it";
    }
    if (!simulated.byBoundary()) {
      return "the permissions boundary of the role does not allow it";
    }
    return simulated.decision().equals("explicitDeny")
        ? "a policy of the role denies it"
        : "no policy of the role allows it";
  }

  private static String remedy(Simulated simulated) {
    if (!simulated.byOrganization()) {
      return "have the service control policies allow " + simulated.action()
          + " to the roles of this stack: console AWS Organizations, Policies";
    }
    if (!simulated.byBoundary()) {
      return "have the boundary allow " + simulated.action()
          + ": console IAM, Roles, Permissions boundary";
    }
    return "somebody has changed the role: take that back, or deploy again (sam deploy) after a change of its policies";
  }

  private static String why(String owner) {
    return owner
        + " fails when it needs it, and keymend would learn that in the middle of a repair";
  }
}
