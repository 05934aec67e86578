package io.github.keymend.lab.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody who deploys may set, and what is refused before anything is created. */
class ParametersTest {
  private static final JsonNode PARAMETERS = DeployedTemplate.asWritten().path("Parameters");

  @Test
  void the_mode_must_be_chosen() {
    JsonNode mode = PARAMETERS.path("Mode");

    assertThat(mode.has("Default")).isFalse();
    assertThat(mode.path("AllowedValues").toString()).isEqualTo("[\"observe\",\"repair\"]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Stores              | ''                            | true",
        "Stores              | cks-1234567890abcdef0         | true",
        "Stores              | payments-hsm                  | false",
        "ExcludedStores      | ''                            | true",
        "ExcludedStores      | cks-1234567890abcdef0         | true",
        "ExcludedStores      | payments-hsm                  | false",
        "Attempts            | 3                             | true",
        "NotificationEmail   | ''                            | true",
        "NotificationEmail   | on-call@example.com           | true",
        "NotificationEmail   | on-call                       | false",
        "SweepRate           | rate(1 minute)                | true",
        "SweepRate           | rate(10 minutes)              | true",
        "SweepRate           | rate(1 minutes)               | false",
        "SweepRate           | rate(11 minutes)              | false",
        "SweepRate           | rate(30 minutes)              | false",
        "SweepRate           | rate(1 hour)                  | false",
        "AlarmNamePrefix     | keymend-xks-                  | true",
        "AlarmNamePrefix     | ''                            | false",
        "CorrectionStores    | cks-1234567890abcdef0         | true",
        "CorrectionSecretArns| ''                            | true",
        "CorrectionSecretArns| arn:aws:secretsmanager:us-east-1:111122223333:secret:kmsuser-AbCdEf | true",
        "CorrectionSecretArns| arn:aws-us-gov:secretsmanager:us-gov-west-1:111122223333:secret:hsm/kmsuser-AbCdEf | true",
        "CorrectionSecretArns| arn:aws:secretsmanager:us-east-1:111122223333:secret:kmsuser | false",
        "CorrectionSecretArns| arn:aws:secretsmanager:us-east-1:111122223333:secret:* | false",
        "CorrectionSecretArns| kmsuser                       | false"
      })
  void a_value_is_taken_or_refused(String parameter, String value, boolean taken) {
    String pattern = PARAMETERS.path(parameter).path("AllowedPattern").asText(".*");

    assertThat(value.matches(pattern)).isEqualTo(taken);
  }

  @Test
  void every_refusal_says_what_would_be_right_and_every_parameter_has_its_place_in_the_console() {
    // Given
    List<String> grouped = new ArrayList<>();
    JsonNode console = DeployedTemplate.asWritten().at("/Metadata/AWS::CloudFormation::Interface");
    console
        .path("ParameterGroups")
        .forEach(group -> group.path("Parameters").forEach(name -> grouped.add(name.asText())));

    // When
    List<String> names = PARAMETERS.properties().stream().map(Map.Entry::getKey).toList();

    // Then
    assertThat(grouped).containsExactlyInAnyOrderElementsOf(names);
    assertThat(console.path("ParameterLabels").properties())
        .extracting(Map.Entry::getKey)
        .containsExactlyInAnyOrderElementsOf(names);
    assertThat(PARAMETERS)
        .allSatisfy(
            it -> assertThat(it.path("ConstraintDescription").asText()).startsWith("must be "));
    assertThat(PARAMETERS)
        .allSatisfy(it -> assertThat(it.path("Description").asText()).isNotBlank());
  }
}
