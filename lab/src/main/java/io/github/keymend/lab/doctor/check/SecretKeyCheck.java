package io.github.keymend.lab.doctor.check;

import io.github.keymend.lab.doctor.Finding;
import io.github.keymend.lab.doctor.Sight;
import io.github.keymend.lab.doctor.seen.Key;
import io.github.keymend.lab.doctor.seen.Simulated;
import java.util.List;

/** The one role that reads a secret may decrypt with the secret's own key. */
final class SecretKeyCheck {
  private static final String CHECK = "secret key";

  private SecretKeyCheck() {}

  static List<Finding> of(String secretArn, Key key, Sight<List<Simulated>> sight) {
    return Look.at(
        CHECK,
        sight,
        simulated -> List.of(judge(secretArn, key, simulated)),
        what -> Finding.fault(
            CHECK, what, "this role alone reads the secret", "deploy the stack again: sam deploy"));
  }

  private static Finding judge(String secretArn, Key key, List<Simulated> simulated) {
    String policy =
        "let the key's policy allow kms:Decrypt on it to the output CorrectRoleArn of the stack";
    boolean forbidden = simulated.stream()
        .anyMatch(each ->
            each.decision().equals("explicitDeny") || !each.byOrganization() || !each.byBoundary());
    if (forbidden) {
      return Finding.fault(
          CHECK,
          "the role of CorrectFunction is denied kms:Decrypt on " + key.arn(),
          "keymend cannot read " + secretArn,
          "take the denial away (see the service control policies and the permissions boundary), and "
              + policy);
    }
    if (simulated.stream().allMatch(Simulated::allowed) && !simulated.isEmpty()) {
      return Finding.fine(CHECK, "the role of CorrectFunction may decrypt with " + key.arn());
    }
    return Finding.warning(
        CHECK,
        secretArn + " is under a key of your own, " + key.arn()
            + ", and no policy of the role of CorrectFunction allows kms:Decrypt on it",
        "keymend can read the secret only if the key's policy allows it, which doctor does not read",
        policy);
  }
}
