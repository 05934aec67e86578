package io.github.keymend.lab.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keymend.lab.ProjectFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One sample per trigger and command: what a person copies into the console is what the tests use. */
class SampleEventsTest {

  @Test
  void there_is_one_sample_per_trigger_and_command() throws Exception {
    try (Stream<Path> files = Files.list(ProjectFiles.path("events"))) {
      assertThat(files.map(it -> it.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "manual-look.json",
              "manual-by-name.json",
              "manual-connect.json",
              "manual-resume.json",
              "manual-stop.json",
              "manual-reset.json",
              "manual-reset-store.json",
              "cloudtrail-connect.json",
              "cloudtrail-update.json",
              "cloudtrail-disconnect.json",
              "cloudtrail-disconnect-refused.json",
              "alarm-xks.json",
              "schedule.json");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "manual-look    | {\"customKeyStoreId\":\"cks-1234567890abcdef0\"}",
        "manual-by-name | {\"customKeyStoreName\":\"payments-hsm\"}",
        "manual-connect | {\"customKeyStoreId\":\"cks-1234567890abcdef0\",\"command\":\"connect\"}",
        "manual-resume  | {\"customKeyStoreId\":\"cks-1234567890abcdef0\",\"command\":\"resume\"}",
        "manual-reset   | {\"command\":\"reset\"}",
        "manual-reset-store | {\"customKeyStoreId\":\"cks-1234567890abcdef0\",\"command\":\"reset\"}",
        "manual-stop    | {\"customKeyStoreId\":\"cks-1234567890abcdef0\",\"command\":\"stop\"}"
      })
  void a_person_gives_the_store_and_at_most_a_command(String sample, String input) {
    assertThat(ProjectFiles.event(sample).toString()).isEqualTo(input);
  }

  @Test
  void no_sample_is_of_a_real_account() throws Exception {
    try (Stream<Path> files = Files.list(ProjectFiles.path("events"))) {
      List<String> accounts = files
          .map(it -> ProjectFiles.text("events/" + it.getFileName()))
          .flatMap(
              text -> Pattern.compile("\\b(?<!-)[0-9]{12}\\b").matcher(text).results())
          .map(MatchResult::group)
          .distinct()
          .toList();

      assertThat(accounts).containsExactly("111122223333");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "cloudtrail-connect",
    "cloudtrail-update",
    "cloudtrail-disconnect",
    "cloudtrail-disconnect-refused"
  })
  void a_cloudtrail_sample_has_what_kms_documents(String sample) {
    JsonNode detail = ProjectFiles.event(sample).path("detail");

    assertThat(detail.path("eventSource").asText()).isEqualTo("kms.amazonaws.com");
    assertThat(detail.path("eventType").asText()).isEqualTo("AwsApiCall");
    assertThat(detail.path("readOnly").asBoolean(true)).isFalse();
    assertThat(detail.at("/requestParameters/customKeyStoreId").asText())
        .isEqualTo("cks-1234567890abcdef0");
    assertThat(detail.has("errorCode")).isEqualTo(sample.endsWith("refused"));
  }
}
