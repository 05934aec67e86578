package io.github.keymend.lab.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.keymend.lab.asl.run.ExecutionListener;
import io.github.keymend.lab.asl.run.LambdaError;
import io.github.keymend.lab.stage.Lab;
import io.github.keymend.lab.stage.LabSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A wrong input ends in an error that names what is wrong and what would be right, and changes nothing. */
class RequestTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String INVALID = "io.github.keymend.step.InvalidRequestException";
  private static final String UNKNOWN = "io.github.keymend.step.UnknownStoreException";
  private static final String RIGHT =
      "Give {\"customKeyStoreId\":\"cks-...\"} or {\"customKeyStoreName\":\"...\"}, and optionally"
          + " \"command\": \"connect\", \"resume\", \"stop\" or \"reset\";"
          + " only {\"command\":\"reset\"} may come without a store.";
  private final Lab lab = new Lab(LabSettings.repairing(), ExecutionListener.NONE);
  private final String id = lab.kms().addXksStore("orders");

  private LambdaError open(String input) throws JsonProcessingException {
    JsonNode request = JSON.createObjectNode()
        .put("execution", "arn:aws:states:us-east-1:111122223333:execution:keymend-repair:one")
        .put("startedAt", "2026-03-01T12:00:00Z")
        .set("request", JSON.readTree(input.replace("THE_STORE", id)));
    Throwable thrown = catchThrowable(
        () -> lab.functions().invoke("OpenFunction", request, lab.timeline().now()));
    assertThat(thrown).isInstanceOf(LambdaError.class);
    assertThat(lab.items().all()).as("what is remembered").isEmpty();
    assertThat(lab.kms().calls())
        .extracting(call -> call.call().operation())
        .allMatch(it -> it.equals("DescribeCustomKeyStores"));
    return (LambdaError) thrown;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "7 | the input is not a JSON object",
        "[\"cks-1\"] | the input is not a JSON object",
        "\"cks-1\" | the input is not a JSON object",
        "null | the input is not a JSON object",
        "{} | the input names no store",
        "{\"command\":\"resume\"} | the input names no store",
        "{\"command\":\"connect\"} | the input names no store",
        "{\"command\":\"stop\"} | the input names no store",
        "{\"customKeyStoreId\":null} | the input names no store",
        "{\"customKeyStoreId\":\"THE_STORE\",\"customKeyStoreName\":\"orders\"} | the input has both an id and a name",
        "{\"customKeyStoreId\":7} | customKeyStoreId is not a text",
        "{\"customKeyStoreId\":\" \"} | customKeyStoreId is not a text",
        "{\"customKeyStoreName\":[\"orders\"]} | customKeyStoreName is not a text",
        "{\"customKeyStoreId\":\"orders\"} | \"orders\" is not the id of a custom key store; if it is a name, give it as customKeyStoreName",
        "{\"customKeyStoreID\":\"THE_STORE\"} | the input has a field that keymend does not know: customKeyStoreID",
        "{\"customKeyStoreId\":\"THE_STORE\",\"force\":true} | the input has a field that keymend does not know: force",
        "{\"customKeyStoreId\":\"THE_STORE\",\"command\":\"restart\"} | \"restart\" is not a command; there are connect, resume, stop, reset",
        "{\"customKeyStoreId\":\"THE_STORE\",\"command\":\"CONNECT\"} | \"CONNECT\" is not a command; there are connect, resume, stop, reset",
        "{\"customKeyStoreId\":\"THE_STORE\",\"command\":true} | command is not a text",
        "{\"customKeyStoreId\":\"THE_STORE\",\"eventName\":\"DisconnectCustomKeyStore\"} | the event has no eventTime",
        "{\"customKeyStoreId\":\"THE_STORE\",\"eventName\":\"DisconnectCustomKeyStore\",\"eventTime\":\"yesterday\"} | eventTime \"yesterday\" is not a time like 2026-01-01T00:00:00Z",
        "{\"customKeyStoreId\":\"THE_STORE\",\"eventName\":\"DeleteCustomKeyStore\",\"eventTime\":\"2026-03-01T12:00:00Z\"} | the event DeleteCustomKeyStore is not one of ConnectCustomKeyStore, DisconnectCustomKeyStore, UpdateCustomKeyStore",
        "{\"customKeyStoreId\":\"THE_STORE\",\"eventName\":\"ConnectCustomKeyStore\",\"eventTime\":\"2026-03-01T12:00:00Z\",\"command\":\"stop\"} | the input has both a command and an event"
      })
  void what_cannot_be_understood_is_named_with_what_would_be_right(String input, String wrong)
      throws JsonProcessingException {
    // When
    LambdaError error = open(input);

    // Then
    assertThat(error.errorType()).isEqualTo(INVALID);
    assertThat(error.errorMessage()).isEqualTo(wrong + ". " + RIGHT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"customKeyStoreId\":\"cks-0000000000000dead\"} | the id \"cks-0000000000000dead\" in this account and Region;",
        "{\"customKeyStoreName\":\"nobody\"} | the name \"nobody\" in this account and Region;",
        "{\"customKeyStoreName\":\"THE_STORE\"} | in this account and Region; it looks like an id: give it as customKeyStoreId;"
      })
  void a_store_that_kms_does_not_know_is_named_with_how_to_find_the_right_one(
      String input, String named) throws JsonProcessingException {
    // When
    LambdaError error = open(input);

    // Then
    assertThat(error.errorType()).isEqualTo(UNKNOWN);
    assertThat(error.errorMessage())
        .startsWith("there is no custom key store with the ")
        .contains(named)
        .endsWith("; aws kms describe-custom-key-stores lists them");
  }

  @Test
  void a_name_that_is_too_long_for_kms_is_not_asked_for() throws JsonProcessingException {
    // When
    LambdaError error = open("{\"customKeyStoreName\":\"" + "x".repeat(257) + "\"}");

    // Then
    assertThat(error.errorType()).isEqualTo(INVALID);
    assertThat(lab.kms().calls()).isEmpty();
  }
}
