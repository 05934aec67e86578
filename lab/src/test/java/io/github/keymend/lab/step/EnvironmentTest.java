package io.github.keymend.lab.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.keymend.domain.rule.Mode;
import io.github.keymend.domain.rule.Settings;
import io.github.keymend.step.Environment;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A function with a wrong setting does not start, and says which setting and what would be right. */
class EnvironmentTest {
  private static final String ARN =
      "arn:aws:secretsmanager:us-east-1:111122223333:secret:kmsuser-AbCdEf";

  private static Map<String, String> valid() {
    Map<String, String> variables = new HashMap<>();
    variables.put("KEYMEND_MODE", "repair");
    variables.put("KEYMEND_TABLE", "keymend-Incidents");
    variables.put("KEYMEND_TOPIC_ARN", "arn:aws:sns:us-east-1:111122223333:keymend");
    variables.put(
        "KEYMEND_STATE_MACHINE_ARN",
        "arn:aws:states:us-east-1:111122223333:stateMachine:keymend-repair");
    variables.put("KEYMEND_ATTEMPTS", "3");
    return variables;
  }

  @Test
  void lists_may_be_empty_and_mean_every_store_and_no_correction() {
    // Given
    Map<String, String> variables = valid();
    variables.put("KEYMEND_STORES", "");
    variables.put("KEYMEND_CORRECTION_STORES", "");
    variables.put("KEYMEND_CORRECTION_SECRETS", "");

    // When, Then
    assertThat(Environment.read(variables))
        .isEqualTo(new Environment(
            new Settings(Mode.REPAIR, Set.of(), 3, Map.of()),
            "keymend-Incidents",
            "arn:aws:sns:us-east-1:111122223333:keymend",
            "arn:aws:states:us-east-1:111122223333:stateMachine:keymend-repair"));
    assertThat(Environment.read(valid())).isEqualTo(Environment.read(variables));
  }

  @Test
  void everything_that_can_be_set_is_read() {
    // Given
    Map<String, String> variables = valid();
    variables.put("KEYMEND_MODE", "observe");
    variables.put("KEYMEND_ATTEMPTS", "5");
    variables.put("KEYMEND_STORES", "cks-1, cks-2");
    variables.put("KEYMEND_EXCLUDED_STORES", "cks-3");
    variables.put("KEYMEND_CORRECTION_STORES", "cks-1,cks-2");
    variables.put("KEYMEND_CORRECTION_SECRETS", ARN + "," + ARN + "2");

    // When, Then
    assertThat(Environment.read(variables).settings())
        .isEqualTo(new Settings(
            Mode.OBSERVE,
            Set.of("cks-1", "cks-2"),
            Set.of("cks-3"),
            5,
            Map.of("cks-1", ARN, "cks-2", ARN + "2")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "KEYMEND_MODE",
        "KEYMEND_TABLE",
        "KEYMEND_TOPIC_ARN",
        "KEYMEND_STATE_MACHINE_ARN",
        "KEYMEND_ATTEMPTS"
      })
  void a_variable_that_is_missing_or_blank_is_named(String name) {
    // Given
    Map<String, String> without = valid();
    without.remove(name);
    Map<String, String> blank = valid();
    blank.put(name, " ");

    // When, Then
    String said = "the environment variable " + name + " is missing";
    assertThatThrownBy(() -> Environment.read(without))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(said);
    assertThatThrownBy(() -> Environment.read(blank))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "KEYMEND_MODE              | Repair       | KEYMEND_MODE must be observe or repair",
        "KEYMEND_ATTEMPTS          | three        | KEYMEND_ATTEMPTS must be a whole number from 1 to 5, not \"three\"",
        "KEYMEND_ATTEMPTS          | 0            | KEYMEND_ATTEMPTS must be a whole number from 1 to 5, not \"0\"",
        "KEYMEND_ATTEMPTS          | 6            | KEYMEND_ATTEMPTS must be a whole number from 1 to 5, not \"6\"",
        "KEYMEND_ATTEMPTS          | -1           | KEYMEND_ATTEMPTS must be a whole number from 1 to 5, not \"-1\"",
        "KEYMEND_ATTEMPTS          | 2.5          | KEYMEND_ATTEMPTS must be a whole number from 1 to 5, not \"2.5\"",
        "KEYMEND_STORES            | cks-1,orders | KEYMEND_STORES names \"orders\", which is not the id of a custom key store such as cks-1234567890abcdef0",
        "KEYMEND_EXCLUDED_STORES   | orders       | KEYMEND_EXCLUDED_STORES names \"orders\", which is not the id of a custom key store such as cks-1234567890abcdef0",
        "KEYMEND_CORRECTION_STORES | orders       | KEYMEND_CORRECTION_STORES names \"orders\", which is not the id of a custom key store such as cks-1234567890abcdef0",
        "KEYMEND_CORRECTION_STORES | cks-1        | CorrectionStores names 1 stores and CorrectionSecretArns 0 secrets; they must be equally long, in the same order"
      })
  void a_variable_that_is_wrong_is_named_with_what_would_be_right(
      String name, String value, String said) {
    // Given
    Map<String, String> variables = valid();
    variables.put(name, value);

    // When, Then
    assertThatThrownBy(() -> Environment.read(variables))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(said);
  }

  @Test
  void a_store_with_two_secrets_is_refused() {
    // Given
    Map<String, String> variables = valid();
    variables.put("KEYMEND_CORRECTION_STORES", "cks-1,cks-1");
    variables.put("KEYMEND_CORRECTION_SECRETS", ARN + "," + ARN + "2");

    // When, Then
    assertThatThrownBy(() -> Environment.read(variables))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("CorrectionStores names cks-1 twice; a store has one secret");
  }
}
