package io.github.keymend.lab.asl.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read without the JSONata engine is what the engine reads. */
class PlainPathTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String VALUES =
      "{\"text\":\"WAIT\",\"int\":7,\"long\":12345678901,\"half\":0.5,\"three\":3.0,\"yes\":true,"
          + "\"nothing\":null,\"empty\":\"\",\"none\":[],\"one\":[\"WAIT\"],\"two\":[1,2],"
          + "\"object\":{\"text\":\"WAIT\"},\"objects\":[{\"text\":\"WAIT\"},{\"text\":\"GO\"}]}";

  private static Scope scope() throws JsonProcessingException {
    Map<String, JsonNode> variables = new LinkedHashMap<>();
    JSON.readTree(VALUES)
        .properties()
        .forEach(each -> variables.put(each.getKey(), each.getValue()));
    return Scope.of(
        JSON.readTree(VALUES),
        JSON.readTree("{\"Execution\":{\"Id\":\"arn\"}}"),
        Variables.NONE.with(variables),
        Instant.EPOCH,
        () -> "an-uuid");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$text",
        "$int",
        "$long",
        "$half",
        "$three",
        "$yes",
        "$nothing",
        "$empty",
        "$none",
        "$one",
        "$two",
        "$object",
        "$objects",
        "$object.text",
        "$objects.text",
        "$text = 'WAIT'",
        "$text = 'GO'",
        "$text = ''",
        "$empty = ''",
        "$int = '7'",
        "$one = 'WAIT'",
        "$object.text = 'WAIT'",
        "$nothing = 'WAIT'",
        "$states.input.text",
        "$states.input.object.text",
        "$states.input.objects.text",
        "$states.input",
        "$states.input.two",
        "$states.input.text = 'WAIT'",
        "$states.context.Execution.Id"
      })
  void isReadAsTheEngineReadsIt(String text) throws JsonProcessingException {
    // Given
    Query query = Query.parse("{% " + text + " %}");

    // When
    JsonNode plain = query.evaluate(scope(), "Output");

    // Then
    assertThat(plain).isEqualTo(query.byEngine(scope(), "Output"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$missing",
        "$one.text",
        "$text.missing",
        "$object.missing",
        "$states.input.missing",
        "$states.result.x"
      })
  void whatIsNotThereIsRefusedAsByTheEngine(String text) {
    Query query = Query.parse("{% " + text + " %}");

    assertThatThrownBy(() -> query.evaluate(scope(), "Output"))
        .isInstanceOf(QueryEvaluationException.class)
        .hasMessageContaining("returned nothing");
  }

  @Test
  void nearlyEveryExpressionIsOne() {
    assertThat(PlainPath.of("$states.result.Payload.next")).isPresent();
    assertThat(PlainPath.of("$next = 'WAIT'")).isPresent();
    assertThat(PlainPath.of("$looks + 1")).isEmpty();
    assertThat(PlainPath.of("$now()")).isEmpty();
    assertThat(PlainPath.of("$states.input.a[0]")).isEmpty();
  }
}
