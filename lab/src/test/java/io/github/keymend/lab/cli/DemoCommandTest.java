package io.github.keymend.lab.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.keymend.lab.scenario.ExpectedOutcomes;
import io.github.keymend.lab.stage.LabSettings;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

class DemoCommandTest {
  private static final String TABLE = "/io/github/keymend/lab/scenario/expected-outcomes.yaml";

  private static CommandLine demo(ExpectedOutcomes expected, Path workflow) {
    return Conventions.on(new CommandLine(new DemoCommand(expected, workflow)));
  }

  private static CommandLine expecting(String what, String instead) throws Exception {
    try (InputStream file =
        Objects.requireNonNull(DemoCommandTest.class.getResourceAsStream(TABLE))) {
      String table = new String(file.readAllBytes(), UTF_8);
      String other = table.replaceFirst(what, instead);
      assertThat(other).isNotEqualTo(table);
      return demo(
          ExpectedOutcomes.read(new ByteArrayInputStream(other.getBytes(UTF_8))),
          LabSettings.deployedWorkflow());
    }
  }

  @Test
  void every_scenario_ends_as_expected_in_less_than_20_seconds() {
    // Given
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();

    // When
    Run run = Run.of("demo");

    // Then
    assertThat(run.out()).doesNotContain("MISSED").contains("all as expected");
    assertThat(run.status()).isEqualTo(0);
    // of this one thread's own time: a busy machine is nobody's fault
    assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - before))
        .isLessThan(Duration.ofSeconds(20));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rests: \\[CONNECTED\\] | rests: [FAILED] | rests | [FAILED] | [CONNECTED]",
        "mendedBy: KEYMEND | mendedBy: NOBODY | mended by | nobody | keymend",
        "attempts: 1 | attempts: 2 | attempts | 2 | 1",
        "remedies: \\[retry\\] | remedies: [correct] | remedies | [correct] | [retry]",
        "acts: \\[keymend disconnect, | acts: [ | acts | [keymend connect] | [keymend disconnect, keymend connect]",
        "messages: \\[SEEN, | messages: [ | messages | [RECOVERED] | [SEEN, RECOVERED]",
        "threads: 1 | threads: 2 | threads | 2 | 1",
        "minutes: \\[23, 26\\] | minutes: [2, 3] | time | PT2M to PT3M | PT23M",
        "minutes: \\[23, 26\\] | minutes: [24, 26] | time | PT24M to PT26M | PT23M",
        "kmsMinutes: 17 | kmsMinutes: 18 | KMS's share | PT18M | PT17M"
      })
  void a_wrong_expectation_is_missed_and_shown(
      String what, String instead, String name, String expected, String was) throws Exception {
    Run run = Run.of(expecting(what, instead), "--only", "cloudhsm internal_error");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains("MISSED", "in 'cloudhsm INTERNAL_ERROR', " + name + ":")
        .containsPattern("expected +" + Pattern.quote(expected) + "\\R")
        .containsPattern("was +" + Pattern.quote(was))
        .contains("1 not as expected");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "$go and $remedy = 'RETRY' | cloudhsm INTERNAL_ERROR",
        "$go and $remedy = 'CORRECT' | correct the kmsuser password",
        "$remedy = 'WAIT_FOR_THE_CAUSE' | XKS_PROXY_ACCESS_DENIED",
        "$remedy = 'ASK_A_PERSON' | USER_LOGGED_IN",
        "$next = 'WAIT' | slow connect",
        "$next = 'DIAGNOSE' | budget spent",
        "$next = 'CORRECT' | correct the proxy credential",
        "$next = 'CONNECT' | first connect cloudhsm",
        "$next = 'CLOSE' | external INTERNAL_ERROR",
        "$next = 'PARK' | stuck connect",
        "$next = 'LEAVE' | deliberate disconnect",
        "$opened = 'HELD' | cloudhsm CLUSTER_NOT_FOUND",
        "$pauseSeconds > 0 | NETWORK_ERRORS"
      })
  void a_branch_that_the_workflow_never_takes_is_missed(
      String branch, String scenario, @TempDir Path folder) throws Exception {
    // Given
    String workflow = Files.readString(LabSettings.deployedWorkflow());
    String broken = workflow.replace("{% " + branch + " %}", "{% false and " + branch + " %}");
    assertThat(broken).isNotEqualTo(workflow);
    Path file = Files.writeString(folder.resolve("repair.asl.yaml"), broken);

    // When
    Run run = Run.of(demo(ExpectedOutcomes.ofTheLab(), file), "--only", scenario);

    // Then
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("MISSED");
  }

  @Test
  void json_says_everything_that_the_table_says() throws Exception {
    Run run = Run.of("demo", "--only", "cloudhsm internal_error", "--json");

    assertThat(run.status()).isEqualTo(0);
    JsonNode json = new ObjectMapper().readTree(run.out());
    assertThat(fields(json)).containsExactly("asExpected", "scenarios", "realSeconds");
    assertThat(json.path("asExpected").isBoolean()).isTrue();
    assertThat(json.path("scenarios")).hasSize(1);
    JsonNode scenario = json.path("scenarios").get(0);
    assertThat(fields(scenario))
        .containsExactly(
            "name",
            "storeType",
            "store",
            "about",
            "mode",
            "asExpected",
            "end",
            "rests",
            "mendedBy",
            "attempts",
            "remedies",
            "acts",
            "path",
            "messages",
            "threads",
            "virtualSeconds",
            "kmsSeconds",
            "executions",
            "brokenExecutions",
            "transitions",
            "lambdaCalls",
            "usd",
            "missed");
    assertThat(scenario.path("storeType").asText()).isEqualTo("AWS_CLOUDHSM");
    assertThat(scenario.path("end").asText()).isEqualTo("CONNECTED");
    assertThat(scenario.path("kmsSeconds").asInt()).isEqualTo(17 * 60);
    assertThat(scenario.path("missed")).isEmpty();
  }

  @Test
  void json_says_what_was_missed() throws Exception {
    Run run = Run.of(
        expecting("attempts: 1", "attempts: 3"), "--only", "cloudhsm INTERNAL_ERROR", "--json");

    assertThat(run.status()).isEqualTo(1);
    JsonNode json = new ObjectMapper().readTree(run.out());
    assertThat(json.path("asExpected").asBoolean()).isFalse();
    JsonNode missed = json.at("/scenarios/0/missed/0");
    assertThat(fields(missed)).containsExactly("what", "expected", "was");
    assertThat(missed.path("expected").asText()).isEqualTo("3");
  }

  private static List<String> fields(JsonNode json) {
    List<String> fields = new ArrayList<>();
    json.fieldNames().forEachRemaining(fields::add);
    return fields;
  }

  @Test
  void a_name_that_no_scenario_has_is_refused_and_the_names_are_listed() {
    Run run = Run.of("demo", "--only", "no such thing");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("'no such thing'", "cloudhsm INTERNAL_ERROR", "budget spent");
  }

  @Test
  void colour_is_for_terminals() {
    CommandLine onTerminal = Keymend.commandLine();
    onTerminal.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.ON));

    assertThat(Run.of("demo", "--only", "healthy").out()).doesNotContain("\u001b");
    assertThat(Run.of(onTerminal, "demo", "--only", "healthy").out()).contains("\u001b[32mok");
  }
}
