package io.github.keymend.lab.cli;

import io.github.keymend.lab.scenario.Missed;
import io.github.keymend.lab.scenario.Outcome;
import io.github.keymend.lab.scenario.Scenario;
import java.time.Duration;
import java.util.List;

/** How the demo is told. */
interface DemoReport {
  /** Before the first scenario. */
  void begin(List<Scenario> scenarios);

  /** After each one. */
  void played(Scenario scenario, Outcome outcome, List<Missed> missed);

  /** After the last one. */
  void end(Duration realTime);
}
