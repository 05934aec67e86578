package io.github.keymend.lab.doctor.check;

import io.github.keymend.lab.doctor.Finding;
import io.github.keymend.lab.doctor.Sight;
import io.github.keymend.lab.doctor.seen.Schedule;
import java.util.List;

/** The sweep is on its schedule. */
public final class ScheduleCheck {
  private static final String CHECK = "schedule";
  private static final String WHY =
      "the sweep finds what no event announces, takes up what is parked and sends reminders";

  private ScheduleCheck() {}

  /**
   * Judges the schedule.
   *
   * @param sweepArn the function that it must start
   */
  public static List<Finding> of(String sweepArn, Sight<Schedule> sight) {
    return Look.at(
        CHECK,
        sight,
        schedule -> List.of(judge(sweepArn, schedule)),
        what -> Finding.fault(CHECK, what, WHY, "deploy again: sam deploy"));
  }

  private static Finding judge(String sweepArn, Schedule schedule) {
    String seen = schedule.name() + ", " + schedule.expression();
    if (!schedule.enabled()) {
      return Finding.fault(
          CHECK,
          seen + ", is DISABLED",
          WHY,
          "console EventBridge, Scheduler, Schedules, " + schedule.name() + ": Enable");
    }
    if (!schedule.target().equals(sweepArn)) {
      return Finding.fault(
          CHECK,
          seen + ", starts " + schedule.target() + " and not the sweep " + sweepArn,
          WHY,
          "somebody has changed it: delete it and deploy again, or set its target back in the console");
    }
    return Finding.fine(CHECK, seen + ", is ENABLED and starts the sweep");
  }
}
