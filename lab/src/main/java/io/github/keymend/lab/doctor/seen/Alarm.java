package io.github.keymend.lab.doctor.seen;

import java.util.List;

/**
 * A CloudWatch alarm.
 *
 * @param name its name
 * @param state OK, ALARM or INSUFFICIENT_DATA
 * @param reason why it is in that state
 * @param actionsEnabled whether it tells anybody
 * @param actions what it does on ALARM, ARNs
 */
public record Alarm(
    String name, String state, String reason, boolean actionsEnabled, List<String> actions) {
  /** A copy. */
  public Alarm {
    actions = List.copyOf(actions);
  }
}
