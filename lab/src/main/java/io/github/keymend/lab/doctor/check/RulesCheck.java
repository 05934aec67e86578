package io.github.keymend.lab.doctor.check;

import io.github.keymend.lab.doctor.Finding;
import io.github.keymend.lab.doctor.Sight;
import io.github.keymend.lab.doctor.seen.Rule;
import java.util.List;

/** A rule of the stack lets its events through. */
public final class RulesCheck {
  private static final String CHECK = "rules";

  private RulesCheck() {}

  /**
   * Judges one rule.
   *
   * @param logicalId its name in the template
   */
  public static List<Finding> of(String logicalId, Sight<Rule> sight) {
    String why = logicalId.contains("RepairEndedBadly")
        ? "a repair that ends badly would not be told by anything but keymend's own code"
        : "keymend does not hear of what the rule is for before the next sweep";
    return Look.at(
        CHECK,
        sight,
        rule -> List.of(
            rule.enabled()
                ? Finding.fine(CHECK, logicalId + " is ENABLED")
                : Finding.fault(
                    CHECK,
                    logicalId + " is DISABLED",
                    why,
                    "aws events enable-rule --name " + rule.name())),
        what -> Finding.fault(CHECK, what, why, "deploy again: sam deploy"));
  }
}
