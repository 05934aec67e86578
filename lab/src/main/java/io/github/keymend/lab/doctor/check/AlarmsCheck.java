package io.github.keymend.lab.doctor.check;

import io.github.keymend.lab.doctor.Finding;
import io.github.keymend.lab.doctor.Sight;
import io.github.keymend.lab.doctor.seen.Alarm;
import java.util.ArrayList;
import java.util.List;

/** The alarms of the stack are quiet, and would tell. */
public final class AlarmsCheck {
  private static final String CHECK = "alarms";

  private AlarmsCheck() {}

  /**
   * Judges the alarms.
   *
   * @param names those that the stack has
   * @param topicArn where they must tell
   */
  public static List<Finding> of(List<String> names, String topicArn, Sight<List<Alarm>> sight) {
    return Look.at(CHECK, sight, alarms -> judge(names, topicArn, alarms), what -> missing(what));
  }

  private static List<Finding> judge(List<String> names, String topicArn, List<Alarm> alarms) {
    List<Finding> findings = new ArrayList<>();
    for (String name : names) {
      if (alarms.stream().noneMatch(each -> each.name().equals(name))) {
        findings.add(missing("there is no alarm " + name));
      }
    }
    for (Alarm each : alarms) {
      boolean tells = each.actionsEnabled() && each.actions().contains(topicArn);
      if (!tells) {
        findings.add(Finding.fault(
            CHECK,
            each.name() + " tells nobody: "
                + (each.actionsEnabled()
                    ? "the topic is not among its actions"
                    : "its actions are disabled"),
            "when keymend itself fails nobody would hear of it",
            each.actionsEnabled()
                ? "deploy again: sam deploy"
                : "aws cloudwatch enable-alarm-actions --alarm-names " + each.name()));
      }
      if (each.state().equals("ALARM")) {
        findings.add(Finding.fault(
            CHECK,
            each.name() + " is in ALARM: " + each.reason(),
            "something of keymend is not as it should be",
            "see the alarm's description: aws cloudwatch describe-alarms --alarm-names "
                + each.name()));
      } else if (tells) {
        findings.add(Finding.fine(CHECK, each.name() + " is " + each.state()));
      }
    }
    return findings;
  }

  private static Finding missing(String what) {
    return Finding.fault(
        CHECK,
        what,
        "when keymend itself fails nobody would hear of it",
        "deploy again: sam deploy");
  }
}
