package io.github.keymend.lab.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.github.keymend.domain.incident.Claim;
import io.github.keymend.domain.incident.Intent;
import io.github.keymend.domain.rule.Deadline;
import io.github.keymend.lab.ProjectFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The times and names that the workflow, the template and the code must agree on. */
class TimesTest {
  private static final JsonNode WORKFLOW = workflow();

  private static JsonNode workflow() {
    try {
      return new ObjectMapper(new YAMLFactory())
          .readTree(ProjectFiles.text("statemachine/repair.asl.yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Logical id of a function to its time-out. */
  private static Map<String, Duration> functions() {
    long common = DeployedTemplate.asWritten().at("/Globals/Function/Timeout").asLong();
    Map<String, Duration> functions = new TreeMap<>();
    DeployedTemplate.by(Deployments.repairing())
        .ofType("AWS::Serverless::Function")
        .forEach((id, properties) ->
            functions.put(id, Duration.ofSeconds(properties.path("Timeout").asLong(common))));
    return functions;
  }

  /** Name of a task to the function that it invokes. */
  private static Map<String, String> tasks() {
    Map<String, String> tasks = new TreeMap<>();
    WORKFLOW.path("States").properties().forEach(state -> {
      String function = state.getValue().at("/Arguments/FunctionName").asText();
      if (!function.isEmpty()) {
        tasks.put(state.getKey(), function.replaceAll("[${}]", ""));
      }
    });
    return tasks;
  }

  @Test
  void the_code_knows_the_deadline_of_an_execution() {
    assertThat(WORKFLOW.path("TimeoutSeconds").asLong()).isEqualTo(3600);
    assertThat(Deadline.EXECUTION).isEqualTo(Duration.ofHours(1));
    assertThat(Deadline.LAST_WAIT).isLessThan(Duration.ofHours(1));
  }

  @Test
  void a_claim_outlives_the_execution_that_holds_it() {
    Duration longest = functions().values().stream().max(Duration::compareTo).orElseThrow();

    assertThat(Claim.LEASE).isGreaterThan(Duration.ofHours(1).plus(longest));
  }

  @Test
  void every_task_waits_longer_than_its_function_may_take() {
    assertThat(tasks()).hasSizeGreaterThanOrEqualTo(9).allSatisfy((task, function) -> {
      long timeout = WORKFLOW.path("States").path(task).path("TimeoutSeconds").asLong();
      assertThat(Duration.ofSeconds(timeout))
          .as(task)
          .isGreaterThan(functions().getOrDefault(function, Duration.ofDays(1)));
    });
  }

  @Test
  void an_intent_is_left_alone_longer_than_any_function_that_acts_may_take() {
    assertThat(List.of("DisconnectFunction", "CorrectFunction", "ConnectFunction"))
        .allSatisfy(function -> assertThat(functions().getOrDefault(function, Duration.ofDays(1)))
            .as(function)
            .isLessThan(Intent.LONGEST_CALL));
  }

  @Test
  void every_exception_that_the_workflow_names_is_one_that_the_code_throws()
      throws ClassNotFoundException {
    // Given
    List<String> named = new ArrayList<>();
    for (JsonNode errors : WORKFLOW.findValues("ErrorEquals")) {
      errors.forEach(error -> named.add(error.asText()));
    }
    List<String> ours =
        named.stream().filter(it -> it.startsWith("io.github.")).distinct().toList();

    // Then: Lambda gives the binary name of the class
    assertThat(ours)
        .containsExactlyInAnyOrder(
            "io.github.keymend.port.TransientException",
            "io.github.keymend.step.ClaimLostException");
    for (String name : ours) {
      assertThat(RuntimeException.class).isAssignableFrom(Class.forName(name));
    }
  }

  @Test
  void every_task_is_tried_again_where_something_outside_did_not_answer() {
    assertThat(tasks())
        .allSatisfy((task, function) -> assertThat(
                WORKFLOW.path("States").path(task).path("Retry").path(0).path("ErrorEquals"))
            .as(task)
            .anyMatch(it -> it.asText().equals("io.github.keymend.port.TransientException")));
  }
}
