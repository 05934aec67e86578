package io.github.keymend.lab.doctor.check;

import io.github.keymend.lab.doctor.Finding;
import io.github.keymend.lab.doctor.Needs;
import io.github.keymend.lab.doctor.seen.Stack;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The stack is whole. */
public final class StackCheck {
  private static final String CHECK = "stack";
  private static final String WHY = "keymend is what this stack deploys";
  private static final Set<String> GOOD =
      Set.of("CREATE_COMPLETE", "UPDATE_COMPLETE", "IMPORT_COMPLETE");
  /** The version from before the failed update is whole. */
  private static final Set<String> PREVIOUS =
      Set.of("UPDATE_ROLLBACK_COMPLETE", "IMPORT_ROLLBACK_COMPLETE");

  /** The resources that doctor asks about; without one of them it is not a stack of keymend, or not a whole one. */
  private static final List<String> NEEDED =
      List.of("Incidents", "Messages", "DeadLetters", Needs.MACHINE);

  private StackCheck() {}

  /** Judges the stack. */
  public static List<Finding> of(Stack stack) {
    List<Finding> findings = new ArrayList<>();
    findings.add(status(stack));
    for (Stack.Resource each : new TreeMap<>(stack.resources()).values()) {
      if (each.status().endsWith("_FAILED")) {
        findings.add(Finding.fault(
            CHECK,
            each.logicalId() + " is " + each.status(),
            WHY,
            "deploy again (sam deploy); the stack's events say what failed: " + events(stack)));
      }
    }
    missing(stack)
        .forEach(each -> findings.add(Finding.fault(
            CHECK,
            "it has no " + each,
            WHY,
            "name the stack of keymend with --stack, or deploy again: sam deploy")));
    return findings;
  }

  /** The resources that a stack of keymend has and this one has not; nothing more can be asked about it then. */
  public static List<String> missing(Stack stack) {
    return Stream.concat(NEEDED.stream(), Needs.ALL_FUNCTIONS.stream())
        .filter(each -> stack.physicalId(each).isEmpty())
        .toList();
  }

  private static Finding status(Stack stack) {
    String reason = stack.statusReason() == null ? "" : " (" + stack.statusReason() + ")";
    String seen = stack.status() + reason + ", since "
        + stack.changed().truncatedTo(ChronoUnit.SECONDS) + "; "
        + new TreeMap<>(stack.parameters());
    if (GOOD.contains(stack.status())) {
      return Finding.fine(CHECK, seen);
    }
    if (PREVIOUS.contains(stack.status())) {
      return Finding.warning(
          CHECK,
          seen,
          "the last update failed, what runs is the version before it",
          "see what failed, mend it, deploy again: " + events(stack));
    }
    if (stack.status().endsWith("_IN_PROGRESS") && !stack.status().startsWith("DELETE")) {
      return Finding.warning(
          CHECK,
          seen,
          "a deployment is under way, what is found below may be gone when it ends",
          "wait for its end, then run doctor again");
    }
    return Finding.fault(CHECK, seen, WHY, "see what failed, then deploy again: " + events(stack));
  }

  private static String events(Stack stack) {
    return "aws cloudformation describe-stack-events --region " + stack.region() + " --stack-name "
        + stack.name();
  }
}
