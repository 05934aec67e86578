package io.github.keymend.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The jar that is deployed answers through AWS's own runtime interface client, which exists for Linux alone. */
@EnabledOnOs(OS.LINUX)
class PackagedJarIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String EXECUTION =
      "arn:aws:states:us-east-1:111122223333:execution:keymend-repair:one";
  private static final String RESPONSE = "/2018-06-01/runtime/invocation/request-1/response";
  private static final String ERROR = "/2018-06-01/runtime/invocation/request-1/error";
  private LocalLambda lambda;

  @BeforeEach
  void start() throws Exception {
    lambda = new LocalLambda();
  }

  @AfterEach
  void stop() {
    lambda.close();
  }

  private LocalLambda.Result open(String request) throws Exception {
    String input = "{\"execution\":\"" + EXECUTION + "\",\"startedAt\":\"" + Instant.now()
        + "\",\"request\":" + request + "}";
    return lambda.invoke("OpenHandler", input);
  }

  @Test
  void open_and_look_answer_the_workflow_and_write_their_log() throws Exception {
    // When
    LocalLambda.Result opened = open("{\"customKeyStoreId\":\"cks-1234567890abcdef0\"}");
    LocalLambda.Result looked = lambda.invoke(
        "LookHandler",
        "{\"execution\":\"" + EXECUTION + "\",\"startedAt\":\"" + Instant.now()
            + "\",\"customKeyStoreId\":\"cks-1234567890abcdef0\",\"fence\":1,\"looks\":0}");
    System.out.printf(
        "cold start of %s: %d ms (open), %d ms (look)%n",
        LocalLambda.JAR.getFileName(),
        opened.coldStart().toMillis(),
        looked.coldStart().toMillis());

    // Then
    assertThat(opened.path()).as(opened.json()).isEqualTo(RESPONSE);
    assertThat(JSON.readTree(opened.json())).isEqualTo(JSON.readTree("""
                {"opened":"CLAIMED","customKeyStoreId":"cks-1234567890abcdef0","fence":1}"""));
    assertThat(looked.path()).as(looked.json()).isEqualTo(RESPONSE);
    assertThat(JSON.readTree(looked.json())).isEqualTo(JSON.readTree("""
                {"next":"WAIT","state":"FAILED","code":"XKS_PROXY_TIMED_OUT","waitSeconds":10,
                 "attempt":0,"gone":false,"reason":"NONE","due":""}"""));
    JsonNode line = logLine(opened.log());
    assertThat(line.path("level").asText()).isEqualTo("INFO");
    assertThat(line.path("service").asText()).isEqualTo("keymend");
    assertThat(line.path("function_name").asText()).isEqualTo("keymend-OpenFunction");
    assertThat(line.path("function_request_id").asText()).isEqualTo("request-1");
    assertThat(line.path("cold_start").asBoolean()).isTrue();
    assertThat(line.at("/answer/customKeyStoreId").asText()).isEqualTo("cks-1234567890abcdef0");
    assertThat(metrics(opened.log()).path("OpenHandler").asInt()).isEqualTo(1);
  }

  @Test
  void a_wrong_input_is_told_by_the_name_that_the_workflow_shows() throws Exception {
    // When
    LocalLambda.Result result = open("{\"customKeyStoreID\":\"cks-1234567890abcdef0\"}");

    // Then
    assertThat(result.path()).as(result.json()).isEqualTo(ERROR);
    JsonNode error = JSON.readTree(result.json());
    assertThat(error.path("errorType").asText())
        .isEqualTo("io.github.keymend.step.InvalidRequestException");
    assertThat(error.path("errorMessage").asText())
        .contains("customKeyStoreID", "Give {\"customKeyStoreId\":\"cks-...\"}");
  }

  @Test
  void the_jar_is_small_enough_to_start_fast() throws Exception {
    assertThat(Files.size(LocalLambda.JAR)).isLessThanOrEqualTo(22_000_000L);
  }

  /** The line that says what a step answered. */
  private static JsonNode logLine(List<String> log) {
    return json(log, "answer");
  }

  private static JsonNode metrics(List<String> log) {
    return json(log, "_aws");
  }

  private static JsonNode json(List<String> log, String member) {
    for (String line : log) {
      if (line.startsWith("{")) {
        try {
          JsonNode json = JSON.readTree(line);
          if (json.has(member)) {
            return json;
          }
        } catch (JsonProcessingException e) {
          throw new AssertionError("a line of the log is not JSON: " + line, e);
        }
      }
    }
    throw new AssertionError("no line of the log has " + member + ": " + log);
  }
}
