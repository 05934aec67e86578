package io.github.keymend.lab.asl.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Single expressions. */
class QueryTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static JsonNode json(String text) throws JsonProcessingException {
    return JSON.readTree(text);
  }

  private static JsonNode evaluate(String text) throws JsonProcessingException {
    JsonNode input = json(
        "{\"big\":12345678901,\"half\":0.5,\"items\":[{\"k\":\"a\",\"n\":1},{\"k\":\"b\",\"n\":2}]}");
    Variables variables = Variables.NONE.with(Map.of("x", json("null"), "y", json("[1]")));
    Scope scope = Scope.of(input, json("{}"), variables, Instant.EPOCH, () -> "an-uuid");
    return Query.parse("{% " + text + " %}").evaluate(scope, "Output");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "6 / 2 | 3",
        "1 / 4 | 0.25",
        "$states.input.half * 4 | 2",
        "$states.input.big + 1 | 12345678902",
        "$x | null",
        "$y | [1]",
        "$exists($x) | true",
        "[] | []",
        "{} | {}",
        "$states.input.items[n = 2] | {\"k\":\"b\",\"n\":2}",
        "$states.input.items.k | [\"a\",\"b\"]",
        "$states.input.items{k: n} | {\"a\":1,\"b\":2}",
        "$states.input.items.(k & n) | [\"a1\",\"b2\"]",
        "$uuid() | \"an-uuid\"",
        "$millis() | 0",
      })
  void anExpressionGives(String text, String expected) throws JsonProcessingException {
    assertThat(evaluate(text)).isEqualTo(json(expected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"$states.input.items[n = 3]", "$states.input.none", "$states.input.half ? $nope"})
  void whatYieldsNothingFails(String text) {
    assertThatThrownBy(() -> evaluate(text))
        .isInstanceOf(QueryEvaluationException.class)
        .hasMessage("The JSONata expression '" + text
            + "' specified for the field 'Output' returned nothing (undefined).");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'a' + 1",
        "$error('no')",
        "1 / 0",
        "$parse('{')",
        "$number('x')",
        "($f := function($n) { 1 + $f($n) }; $f(1))"
      })
  void whatThrowsFails(String text) {
    assertThatThrownBy(() -> evaluate(text))
        .isInstanceOf(QueryEvaluationException.class)
        .hasMessageContaining("specified for the field 'Output' threw an error");
  }

  @Test
  void groupingAndMappingNeedNoQualifiedNames() {
    assertThat(Query.parse("{% $states.input.items{k: n} %}").uses().problems()).isEmpty();
    assertThat(Query.parse("{% $states.input.items.(k & n) %}").uses().problems())
        .isEmpty();
    assertThat(Query.parse("{% function($v) { k } %}").uses().problems()).hasSize(1);
  }
}
