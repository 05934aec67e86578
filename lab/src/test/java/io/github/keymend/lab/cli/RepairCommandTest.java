package io.github.keymend.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.keymend.lab.ProjectFiles;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepairCommandTest {
  private static JsonNode json(String... args) throws Exception {
    Run run = Run.of(args);
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isEqualTo(0);
    return new ObjectMapper().readTree(run.out());
  }

  private static List<JsonNode> of(JsonNode json, String kind) {
    return StreamSupport.stream(json.path("timeline").spliterator(), false)
        .filter(line -> line.path("kind").asText().equals(kind))
        .toList();
  }

  @Test
  void two_failures_take_two_attempts_and_all_of_it_is_in_the_timeline() {
    Run run =
        Run.of("repair --type external --connectivity vpc --code XKS_PROXY_TIMED_OUT --failures 2"
            .split(" "));

    assertThat(run.status()).isEqualTo(0);
    assertThat(run.out().replaceAll(" +", " "))
        .containsSubsequence(
            "external vpc store",
            "0:00 store FAILED XKS_PROXY_TIMED_OUT",
            "5:00 repair",
            "message SEEN",
            "DisconnectFunctionRole DisconnectCustomKeyStore: accepted",
            "store DISCONNECTING",
            "ConnectFunctionRole ConnectCustomKeyStore: accepted",
            "store FAILED XKS_PROXY_TIMED_OUT",
            "message SEEN",
            "ConnectFunctionRole ConnectCustomKeyStore: accepted",
            "store CONNECTED",
            "message RECOVERED",
            "CONNECTED, mended by keymend, 2 attempt(s)");
  }

  @Test
  void messages_are_shown_in_full_when_asked_for() {
    Run run = Run.of("repair", "--type", "cloudhsm", "--code", "USER_NOT_FOUND", "--messages");

    assertThat(run.out())
        .contains(
            "| Cause: USER_NOT_FOUND.",
            "aws stepfunctions start-execution",
            "\"command\":\"resume\"");
  }

  @Test
  void json_has_states_calls_changes_and_messages_with_their_texts() throws Exception {
    JsonNode json = json("repair", "--type", "cloudhsm", "--code", "NETWORK_ERRORS", "--json");

    assertThat(json.path("end").asText()).isEqualTo("CONNECTED");
    assertThat(json.path("kmsSeconds").asInt()).isEqualTo(17 * 60);
    assertThat(of(json, "entered"))
        .extracting(line -> line.path("state").asText())
        .containsSubsequence(
            "Open incident", "Look", "Diagnose", "Disconnect", "Connect", "Closed");
    assertThat(of(json, "changed"))
        .extracting(line -> line.path("state").asText())
        .containsExactly("FAILED", "DISCONNECTING", "DISCONNECTED", "CONNECTING", "CONNECTED");
    assertThat(of(json, "called"))
        .extracting(line -> line.path("operation").asText())
        .contains("DescribeCustomKeyStores", "DisconnectCustomKeyStore", "ConnectCustomKeyStore");
    assertThat(of(json, "said"))
        .extracting(line -> line.path("message").asText())
        .containsExactly("SEEN", "RECOVERED");
    assertThat(of(json, "said"))
        .allSatisfy(
            line -> assertThat(line.path("body").asText()).contains("cks-1234567890abcdef0"));
  }

  @ParameterizedTest
  @CsvSource({
    "cloudtrail-connect, event-1, event",
    "cloudtrail-update, event-1, event",
    "cloudtrail-disconnect, event-1, event",
    "cloudtrail-disconnect-refused, event-1, event",
    "manual-look, manual-1, ''",
    "manual-by-name, manual-1, ''",
    "manual-connect, manual-1, ''",
    "manual-resume, manual-1, ''",
    "manual-stop, manual-1, ''",
    "schedule, cks-, sweep",
    "alarm-xks, cks-, sweep"
  })
  void every_sample_event_starts_the_repair_of_the_labs_store(
      String sample, String execution, String source) throws Exception {
    String file = ProjectFiles.path("events/" + sample + ".json").toString();

    JsonNode json = json("repair", "--event", file, "--json");

    JsonNode first = of(json, "started").get(0);
    assertThat(first.path("second").asInt()).isEqualTo(0);
    assertThat(first.path("execution").asText()).startsWith(execution);
    assertThat(first.path("input").path("source").asText()).isEqualTo(source);
    assertThat(first.path("input").path("customKeyStoreId").asText())
        .isEqualTo("cks-1234567890abcdef0");
  }

  @Test
  void a_person_who_mends_the_cause_and_resumes_is_met() throws Exception {
    JsonNode json = json(
        "repair", "--code", "XKS_PROXY_ACCESS_DENIED", "--failures", "9", "--resume", "--json");

    assertThat(json.path("rests"))
        .extracting(JsonNode::asText)
        .containsExactly("FAILED WAITING_FOR_THE_CAUSE", "CONNECTED");
  }

  @Test
  void observe_mode_acts_on_nothing() throws Exception {
    JsonNode json = json("repair", "--mode", "observe", "--json");

    assertThat(json.path("end").asText()).isEqualTo("FAILED OBSERVING");
    assertThat(json.path("acts")).isEmpty();
  }

  private static final Map<String, String> WRONG = Map.of(
      "--type nonsense", "[cloudhsm, external]",
      "--connectivity nonsense", "[public, vpc]",
      "--mode nonsense", "[repair, observe]",
      "--failures 0", "1 or more",
      "--failures many", "--failures",
      "--owner 444455556666", "--connectivity vpc",
      "--connectivity vpc --owner me", "12 digits",
      "--type cloudhsm --connectivity vpc", "--type external",
      "--event no-such-file.json", "events/");

  @Test
  void wrong_values_are_refused_and_what_would_be_right_is_said() {
    WRONG.forEach((args, right) -> {
      Run run = Run.of(("repair " + args).split(" "));
      assertThat(run.status()).as(args).isEqualTo(2);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).contains(right, "Valid options: ");
    });
  }

  @ParameterizedTest
  @CsvSource({
    "cloudhsm, XKS_PROXY_TIMED_OUT, CLUSTER_NOT_FOUND",
    "external, CLUSTER_NOT_FOUND, XKS_PROXY_TIMED_OUT",
    "external, NO_SUCH_CODE, XKS_PROXY_TIMED_OUT"
  })
  void a_code_that_the_type_cannot_have_is_refused_and_its_codes_are_listed(
      String type, String code, String legal) {
    Run run = Run.of("repair", "--type", type, "--code", code);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains(code, legal, "INTERNAL_ERROR");
  }
}
