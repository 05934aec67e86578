package io.github.keymend.lab.cli;

import io.github.keymend.lab.scenario.MendedBy;
import io.github.keymend.lab.scenario.Missed;
import io.github.keymend.lab.scenario.Outcome;
import io.github.keymend.lab.scenario.Scenario;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;

/** One line for each scenario. */
final class TableDemoReport implements DemoReport {
  private static final String LINE = "%s  %-26s  %-46s  %-38s  %8s  %7s  %5s  %7s  %4s  %s%n";
  private final PrintWriter out;
  private final Ansi ansi;
  private int played;
  private int missedScenarios;
  private Duration virtual = Duration.ZERO;
  private int transitions;
  private BigDecimal usd = BigDecimal.ZERO;

  TableDemoReport(PrintWriter out, ColorScheme colors) {
    this.out = out;
    this.ansi = colors.ansi();
  }

  @Override
  public void begin(List<Scenario> scenarios) {
    out.print(ansi.string("@|bold "
        + String.format(
                Locale.ROOT,
                LINE,
                "      ",
                "store type",
                "code or case",
                "end, by whom",
                "time",
                "KMS",
                "trans",
                "cost",
                "mess",
                "path")
            .stripTrailing()
        + "|@"));
    out.println();
  }

  @Override
  public void played(Scenario scenario, Outcome outcome, List<Missed> missed) {
    played++;
    missedScenarios += missed.isEmpty() ? 0 : 1;
    virtual = virtual.plus(outcome.took());
    transitions += outcome.cost().transitions();
    usd = usd.add(outcome.cost().usd());
    String by =
        outcome.mendedBy() == MendedBy.NOBODY ? "" : ", " + outcome.mendedBy().words();
    out.printf(
        Locale.ROOT,
        LINE,
        ansi.string(missed.isEmpty() ? "@|green ok    |@" : "@|red,bold MISSED|@"),
        scenario.shape().label(),
        scenario.about(),
        outcome.end() + by,
        Words.clock(outcome.took()),
        Words.clock(outcome.kmsTook()),
        outcome.cost().transitions(),
        Words.usd(outcome.cost().usd()),
        outcome.messages().size(),
        String.join(", ", outcome.path()));
    for (Missed each : missed) {
      out.printf("        in '%s', %s:%n", scenario.name(), each.what());
      out.printf("          expected  %s%n          was       %s%n", each.expected(), each.was());
    }
    out.flush();
  }

  @Override
  public void end(Duration realTime) {
    out.println();
    String verdict = missedScenarios == 0
        ? "@|green all as expected|@"
        : "@|red,bold " + missedScenarios + " not as expected|@";
    out.println(ansi.string(played + " scenarios, " + verdict + ". " + Words.clock(virtual)
        + " of virtual time in " + Words.seconds(realTime) + "; " + transitions
        + " state transitions, " + Words.usd(usd) + "."));
    out.println(
        "time: from the beginning until nothing more happens, with 30 min for a person to come."
            + " KMS: the part of it in which KMS was connecting or disconnecting.");
    out.println(
        "cost: USD for Step Functions and Lambda, a call taken for 512 MB and 1 s, no free tier.");
    out.flush();
  }
}
