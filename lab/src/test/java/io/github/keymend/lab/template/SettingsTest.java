package io.github.keymend.lab.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keymend.domain.rule.Mode;
import io.github.keymend.domain.rule.Settings;
import io.github.keymend.lab.ProjectFiles;
import io.github.keymend.step.Environment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The environment of the functions: what the template sets is what the code reads. */
class SettingsTest {
  private static final JsonNode VARIABLES = new Intrinsics(
          DeployedTemplate.asWritten(),
          Deployments.repairing()
              .with("Stores", "cks-1234567890abcdef0, cks-2")
              .with("ExcludedStores", "cks-2, cks-3"))
      .resolve(DeployedTemplate.asWritten().at("/Globals/Function/Environment/Variables"));

  private static Set<String> readByTheCode() {
    Set<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.walk(ProjectFiles.path("functions/src/main/java"))) {
      for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
        Pattern.compile("\"(KEYMEND_[A-Z_]+)\"")
            .matcher(Files.readString(file))
            .results()
            .forEach(it -> names.add(it.group(1)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return names;
  }

  @Test
  void every_function_gets_the_same_settings() {
    assertThat(VARIABLES.properties().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().asText())))
        .isEqualTo(Map.ofEntries(
            Map.entry("KEYMEND_MODE", "repair"),
            Map.entry("KEYMEND_TABLE", "keymend-Incidents"),
            Map.entry("KEYMEND_TOPIC_ARN", "arn:aws:sns:us-east-1:111122223333:keymend-Messages"),
            Map.entry(
                "KEYMEND_STATE_MACHINE_ARN",
                "arn:aws:states:us-east-1:111122223333:stateMachine:keymend-repair"),
            Map.entry("KEYMEND_STORES", "cks-1234567890abcdef0,cks-2"),
            Map.entry("KEYMEND_EXCLUDED_STORES", "cks-2,cks-3"),
            Map.entry("KEYMEND_ATTEMPTS", "3"),
            Map.entry("KEYMEND_CORRECTION_STORES", "cks-1234567890abcdef0"),
            Map.entry("KEYMEND_CORRECTION_SECRETS", Deployments.SECRET),
            Map.entry("POWERTOOLS_SERVICE_NAME", "keymend"),
            Map.entry("POWERTOOLS_METRICS_NAMESPACE", "keymend"),
            Map.entry("JAVA_TOOL_OPTIONS", "-XX:+TieredCompilation -XX:TieredStopAtLevel=1")));
    assertThat(DeployedTemplate.by(Deployments.repairing()).ofType("AWS::Serverless::Function"))
        .allSatisfy(
            (id, function) -> assertThat(function.has("Environment")).as(id).isFalse());
  }

  @Test
  void every_setting_of_the_template_is_read_and_every_setting_that_is_read_is_set() {
    Set<String> read = readByTheCode();
    assumeThat(read).as("the code reads no setting yet").isNotEmpty();

    assertThat(VARIABLES.properties().stream()
            .map(Map.Entry::getKey)
            .filter(it -> it.startsWith("KEYMEND_")))
        .containsExactlyInAnyOrderElementsOf(read);
  }

  @Test
  void every_default_is_stated_and_is_the_careful_one() {
    // When
    Map<String, String> defaults = new TreeMap<>();
    DeployedTemplate.asWritten()
        .path("Parameters")
        .properties()
        .forEach(it -> defaults.put(
            it.getKey(), it.getValue().path("Default").asText("none: it must be chosen")));

    // Then
    assertThat(defaults)
        .isEqualTo(Map.of(
            "Mode", "none: it must be chosen",
            "Stores", "",
            "ExcludedStores", "",
            "Attempts", "3",
            "NotificationEmail", "",
            "SweepRate", "rate(5 minutes)",
            "AlarmNamePrefix", "keymend-xks-",
            "CorrectionStores", "",
            "CorrectionSecretArns", ""));
  }

  @Test
  void what_the_template_sets_is_what_the_code_understands() {
    // Given
    Map<String, String> variables = new TreeMap<>();
    VARIABLES
        .properties()
        .forEach(it -> variables.put(it.getKey(), it.getValue().asText()));

    // When
    Environment environment = Environment.read(variables);

    // Then
    assertThat(environment)
        .isEqualTo(new Environment(
            new Settings(
                Mode.REPAIR,
                Set.of("cks-1234567890abcdef0", "cks-2"),
                Set.of("cks-2", "cks-3"),
                3,
                Map.of("cks-1234567890abcdef0", Deployments.SECRET)),
            "keymend-Incidents",
            "arn:aws:sns:us-east-1:111122223333:keymend-Messages",
            "arn:aws:states:us-east-1:111122223333:stateMachine:keymend-repair"));
  }
}
