package io.github.keymend.lab.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.keymend.lab.kms.KnownErrorCode;
import io.github.keymend.lab.kms.StoreType;
import io.github.keymend.lab.scenario.Outcome;
import io.github.keymend.lab.scenario.Rehearsal;
import io.github.keymend.lab.scenario.Retelling;
import io.github.keymend.lab.scenario.SampleEvent;
import io.github.keymend.lab.scenario.Scenario;
import io.github.keymend.lab.scenario.Step;
import io.github.keymend.lab.scenario.Steps;
import io.github.keymend.lab.scenario.StoreShape;
import io.github.keymend.lab.stage.LabSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Plays one incident and tells it as a timeline. */
@Command(
    name = "repair",
    description = {
      "Play one incident on virtual time and tell it: states of the workflow, calls, messages, through as many sweeps"
          + " and repairs as it takes.",
      "It begins with a connect that has just FAILED. Without --event the sweep finds it, 5 minutes later."
    })
final class RepairCommand implements Callable<Integer> {
  private static final List<String> TYPES = List.of("cloudhsm", "external");
  private static final List<String> CONNECTIVITIES = List.of("public", "vpc");
  private static final List<String> MODES = List.of("repair", "observe");

  @Spec
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec spec;

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      defaultValue = "external",
      description = "cloudhsm or external; default: ${DEFAULT-VALUE}.")
  private String type = "external";

  @Option(
      names = "--connectivity",
      paramLabel = "HOW",
      description =
          "How KMS reaches the proxy of an external store: public or vpc; default: public.")
  private @Nullable String connectivity;

  @Option(
      names = "--owner",
      paramLabel = "ACCOUNT",
      description = "The account that owns the VPC endpoint service; default: the store's own.")
  private @Nullable String owner;

  @Option(
      names = "--code",
      paramLabel = "CODE",
      defaultValue = "INTERNAL_ERROR",
      description = "The ConnectionErrorCode with which connects fail; default: ${DEFAULT-VALUE}.")
  private String code = "INTERNAL_ERROR";

  @Option(
      names = "--failures",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "How many connects fail with it, the first one included; default: ${DEFAULT-VALUE}.")
  private int failures = 1;

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      defaultValue = "repair",
      description = "The template's parameter Mode: repair or observe; default: ${DEFAULT-VALUE}.")
  private String mode = "repair";

  @Option(
      names = "--event",
      paramLabel = "FILE",
      description =
          "What arrives at once, in the form of a file of events/; it is made to be about the lab's store.")
  private @Nullable Path event;

  @Option(
      names = "--resume",
      description =
          "When keymend rests: 30 minutes later a person mends the cause and commands resume.")
  private boolean resume;

  @Option(names = "--messages", description = "Show the messages in full.")
  private boolean messages;

  @Option(
      names = "--json",
      description = "Write JSON instead of the timeline: everything is in it.")
  private boolean json;

  @Override
  public Integer call() {
    Scenario scenario = scenario();
    Rehearsal rehearsal = Rehearsal.of(scenario, LabSettings.deployedWorkflow());
    Outcome outcome = Retelling.of(scenario, rehearsal);
    if (json) {
      spec.commandLine()
          .getOut()
          .println(JsonTimeline.of(scenario, rehearsal, outcome).toPrettyString());
    } else {
      new TextTimeline(spec.commandLine().getOut(), spec.commandLine().getColorScheme(), messages)
          .tell(scenario, rehearsal, outcome);
    }
    // Stopped by a command: the person knows.
    boolean known = outcome.end().startsWith("CONNECTED") || outcome.end().endsWith("STOPPED");
    boolean silent = !known && outcome.messages().isEmpty();
    boolean broken = outcome.brokenExecutions() > 0 || outcome.end().endsWith("AT_WORK");
    return silent || broken ? ExitStatus.MISSED : ExitStatus.OK;
  }

  private Scenario scenario() {
    StoreShape shape = shape();
    requireCode(shape.type());
    require(MODES, "--mode", mode);
    if (failures < 1) {
      throw refused("--failures", Integer.toString(failures), "1 or more");
    }
    List<Step> script = new ArrayList<>();
    script.add(Steps.failed(code, failures));
    if (event != null) {
      script.add(sample(event).arrives());
    }
    if (resume) {
      script.add(Steps.personComes());
      script.add(Steps.mends("mends the cause"));
      script.add(Steps.command("resume"));
    }
    return Scenario.of("repair", code, shape, script.toArray(Step[]::new)).in(mode);
  }

  private StoreShape shape() {
    require(TYPES, "--type", type);
    if (type.equals("cloudhsm")) {
      if (connectivity != null || owner != null) {
        throw new ParameterException(
            spec.commandLine(), "--connectivity and --owner are for --type external");
      }
      return StoreShape.CLOUDHSM;
    }
    String how = connectivity == null ? "public" : connectivity;
    require(CONNECTIVITIES, "--connectivity", how);
    if (owner == null) {
      return how.equals("vpc") ? StoreShape.EXTERNAL_VPC : StoreShape.EXTERNAL_PUBLIC;
    }
    if (!how.equals("vpc")) {
      throw new ParameterException(spec.commandLine(), "--owner is for --connectivity vpc");
    }
    if (!owner.matches("[0-9]{12}")) {
      throw refused("--owner", owner, "an account id of 12 digits");
    }
    return StoreShape.externalVpc(owner);
  }

  private void requireCode(StoreType storeType) {
    Set<KnownErrorCode> legal = KnownErrorCode.of(storeType);
    if (legal.stream().noneMatch(each -> each.name().equals(code))) {
      throw refused("--code", code, "for a store of type " + type + " one of " + legal);
    }
  }

  private void require(List<String> valid, String option, String value) {
    if (!valid.contains(value)) {
      throw refused(option, value, "one of " + valid);
    }
  }

  private SampleEvent sample(Path file) {
    try {
      Path home = Path.of(System.getProperty("keymend.home", ""));
      Path found = Files.exists(file) ? file : home.resolve(file);
      return SampleEvent.of(new ObjectMapper().readTree(Files.readString(found)));
    } catch (IOException | IllegalArgumentException e) {
      throw refused(
          "--event", file.toString(), "a file like those of events/ (" + e.getMessage() + ")");
    }
  }

  private ParameterException refused(String option, String value, String right) {
    return new ParameterException(
        spec.commandLine(),
        String.format(
            Locale.ROOT, "Invalid value for option '%s': '%s'. Give %s.", option, value, right));
  }
}
