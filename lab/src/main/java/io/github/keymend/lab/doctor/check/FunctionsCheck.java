package io.github.keymend.lab.doctor.check;

import io.github.keymend.lab.doctor.Finding;
import io.github.keymend.lab.doctor.Sight;
import io.github.keymend.lab.doctor.seen.DeployedFunction;
import io.github.keymend.lab.doctor.seen.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A function can be invoked, and has the settings of its stack. */
public final class FunctionsCheck {
  private static final String CHECK = "functions";

  private FunctionsCheck() {}

  /**
   * Judges one function.
   *
   * @param logicalId its name in the template
   * @param stack whose settings it must have
   */
  public static List<Finding> of(String logicalId, Stack stack, Sight<DeployedFunction> sight) {
    return Look.at(
        CHECK,
        sight,
        function -> judge(logicalId, stack, function),
        what -> Finding.fault(CHECK, what, why(logicalId), "deploy again: sam deploy"));
  }

  private static List<Finding> judge(String logicalId, Stack stack, DeployedFunction function) {
    List<Finding> findings = new ArrayList<>();
    String reason = function.reason() == null ? "" : " (" + function.reason() + ")";
    // Inactive: nobody has called it for weeks; the next call makes it Active (Lambda Developer
    // Guide, function states).
    boolean callable = function.state().equals("Active") || function.state().equals("Inactive");
    if (!callable || function.lastUpdate().equals("Failed")) {
      findings.add(Finding.fault(
          CHECK,
          logicalId + " is " + function.state() + ", its last update " + function.lastUpdate()
              + reason,
          why(logicalId),
          "deploy again: sam deploy; to see more: aws lambda get-function-configuration --function-name "
              + function.name()));
    }
    for (Map.Entry<String, String> each : expected(stack).entrySet()) {
      String is = function.environment().getOrDefault(each.getKey(), "");
      if (!is.equals(each.getValue())) {
        findings.add(Finding.fault(
            CHECK,
            logicalId + " has " + each.getKey() + "='" + is + "', the stack says '"
                + each.getValue() + "'",
            "somebody has changed the function beside the stack: its steps do not agree with each other",
            "deploy again with a change, or set it back: console Lambda, " + function.name()
                + ", Configuration, Environment variables"));
      }
    }
    if (findings.isEmpty()) {
      findings.add(Finding.fine(
          CHECK, logicalId + " is " + function.state() + " and has the settings of the stack"));
    }
    return findings;
  }

  private static Map<String, String> expected(Stack stack) {
    Map<String, String> expected = new TreeMap<>();
    expected.put("KEYMEND_MODE", stack.parameter("Mode"));
    expected.put("KEYMEND_TABLE", stack.physicalId("Incidents"));
    expected.put("KEYMEND_TOPIC_ARN", stack.physicalId("Messages"));
    expected.put("KEYMEND_STATE_MACHINE_ARN", stack.physicalId("RepairStateMachine"));
    expected.put("KEYMEND_STORES", stack.parameter("Stores"));
    expected.put("KEYMEND_EXCLUDED_STORES", stack.parameter("ExcludedStores"));
    expected.put("KEYMEND_ATTEMPTS", stack.parameter("Attempts"));
    expected.put("KEYMEND_CORRECTION_STORES", stack.parameter("CorrectionStores"));
    expected.put("KEYMEND_CORRECTION_SECRETS", stack.parameter("CorrectionSecretArns"));
    return expected;
  }

  private static String why(String logicalId) {
    return logicalId.equals("SweepFunction")
        ? "nobody looks at the stores"
        : "a repair breaks at this step";
  }
}
