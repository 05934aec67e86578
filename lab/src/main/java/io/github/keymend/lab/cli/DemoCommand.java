package io.github.keymend.lab.cli;

import io.github.keymend.lab.scenario.ExpectedOutcomes;
import io.github.keymend.lab.scenario.Missed;
import io.github.keymend.lab.scenario.Outcome;
import io.github.keymend.lab.scenario.Rehearsal;
import io.github.keymend.lab.scenario.Retelling;
import io.github.keymend.lab.scenario.Scenario;
import io.github.keymend.lab.scenario.Scenarios;
import io.github.keymend.lab.stage.LabSettings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Plays every scenario and holds it against the table of expected outcomes. */
@Command(
    name = "demo",
    description = {
      "Play every scenario on virtual time, each on a fresh simulated AWS with the deployed workflow and the real"
          + " functions, and hold what comes of it against a table of expected outcomes.",
      "The scenarios: all 21 legal pairs of store type and error code, and what people, KMS and time can do besides."
    })
final class DemoCommand implements Callable<Integer> {
  private final ExpectedOutcomes expected;
  private final Path workflow;

  @Spec
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec spec;

  @Option(
      names = "--only",
      paramLabel = "NAME",
      description = "Play only the scenarios with NAME in their name; may be given more than once.")
  private List<String> only = List.of();

  @Option(names = "--json", description = "Write JSON instead of the table.")
  private boolean json;

  /** As the lab comes. */
  DemoCommand() {
    this(ExpectedOutcomes.ofTheLab(), LabSettings.deployedWorkflow());
  }

  /** With another table, or another workflow. */
  DemoCommand(ExpectedOutcomes expected, Path workflow) {
    this.expected = expected;
    this.workflow = workflow;
  }

  @Override
  public Integer call() {
    List<Scenario> scenarios = chosen();
    long start = System.nanoTime();
    PrintWriter out = spec.commandLine().getOut();
    DemoReport report = json
        ? new JsonDemoReport(out)
        : new TableDemoReport(out, spec.commandLine().getColorScheme());
    report.begin(scenarios);
    boolean allMet = true;
    for (Scenario scenario : scenarios) {
      Outcome outcome = Retelling.of(scenario, Rehearsal.of(scenario, workflow));
      List<Missed> missed = expected.of(scenario.name()).missedBy(outcome);
      allMet &= missed.isEmpty();
      report.played(scenario, outcome, missed);
    }
    report.end(Duration.ofNanos(System.nanoTime() - start));
    return allMet ? ExitStatus.OK : ExitStatus.MISSED;
  }

  private List<Scenario> chosen() {
    if (only.isEmpty()) {
      return Scenarios.all();
    }
    List<Scenario> chosen = new ArrayList<>();
    for (Scenario scenario : Scenarios.all()) {
      if (only.stream().anyMatch(part -> contains(scenario, part))) {
        chosen.add(scenario);
      }
    }
    only.stream()
        .filter(part -> Scenarios.all().stream().noneMatch(each -> contains(each, part)))
        .findFirst()
        .ifPresent(this::refuse);
    return chosen;
  }

  private static boolean contains(Scenario scenario, String part) {
    return scenario.name().toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
  }

  private void refuse(String part) {
    String names = Scenarios.all().stream()
        .map(Scenario::name)
        .collect(Collectors.joining(System.lineSeparator() + "  "));
    throw new ParameterException(
        spec.commandLine(),
        "Invalid value for option '--only': no scenario has '" + part + "' in its name. They are:"
            + System.lineSeparator() + "  " + names);
  }
}
