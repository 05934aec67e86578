package io.github.keymend.lab.doctor.seen;

/**
 * What IAM's simulator says of one action; IAM API reference, EvaluationResult.
 *
 * @param action such as sns:Publish
 * @param decision allowed, explicitDeny or implicitDeny
 * @param byOrganization whether the policies of the organization allow it; true where there are none
 * @param byBoundary whether the permissions boundary allows it; true where there is none
 */
public record Simulated(
    String action, String decision, boolean byOrganization, boolean byBoundary) {
  /** Whether the role may do it. */
  public boolean allowed() {
    return decision.equals("allowed") && byOrganization && byBoundary;
  }
}
