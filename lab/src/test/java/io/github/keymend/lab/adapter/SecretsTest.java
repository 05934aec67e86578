package io.github.keymend.lab.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.keymend.aws.SecretsManagerSecrets;
import io.github.keymend.domain.guard.SecretVersion;
import io.github.keymend.domain.store.StoreType;
import io.github.keymend.port.Credential;
import io.github.keymend.port.Secrets;
import io.github.keymend.port.TransientException;
import io.github.keymend.port.UnusableSecretException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** The named secrets: their forms, and that nothing shows a value. */
class SecretsTest {
  private static final String KEY = "A".repeat(20);
  private static final String RAW = "Reco+nisable/Raw=".repeat(3);
  private final Simulated simulated = new Simulated();
  private final Secrets secrets =
      new SecretsManagerSecrets(simulated.patient(SecretsManagerClient.builder()));
  private final String arn = simulated.aws.secrets().create("kmsuser");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Recognisable1",
        "{\"password\":\"Recognisable1\"}",
        " {\"password\":\"Recognisable1\",\"user\":1}"
      })
  void a_password_is_bare_or_a_member_of_json(String value) {
    // Given
    String version = simulated.aws.secrets().put(arn, value);

    // When
    Credential credential = secrets.read(arn, version, StoreType.AWS_CLOUDHSM);

    // Then
    assertThat(credential).isEqualTo(new Credential.KmsuserPassword("Recognisable1"));
    assertThat(credential.toString()).isEqualTo("KmsuserPassword[hidden]");
  }

  @Test
  void a_proxy_credential_is_json() {
    // Given
    String version = simulated
        .aws
        .secrets()
        .put(arn, "{\"accessKeyId\":\"" + KEY + "\",\"rawSecretAccessKey\":\"" + RAW + "\"}");

    // When
    Credential credential = secrets.read(arn, version, StoreType.EXTERNAL_KEY_STORE);

    // Then
    assertThat(credential).isEqualTo(new Credential.ProxyCredential(KEY, RAW));
    assertThat(credential.toString()).isEqualTo("ProxyCredential[hidden]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "AWS_CLOUDHSM       | Recognisable-1                        | 7 to 32 letters and digits",
        "AWS_CLOUDHSM       | Reco                                  | 7 to 32 letters and digits",
        "AWS_CLOUDHSM       | Recognisable1Recognisable1Recognisable1 | 7 to 32 letters and digits",
        "AWS_CLOUDHSM       | {\"password\":\"Recognisable 1\"}     | 7 to 32 letters and digits",
        "AWS_CLOUDHSM       | {\"pass\":\"Recognisable1\"}          | a JSON text member \"password\"",
        "AWS_CLOUDHSM       | {\"password\":[\"Recognisable1\"]}    | a JSON text member \"password\"",
        "AWS_CLOUDHSM       | {\"password\":\"Recognisable1         | does not hold JSON",
        "EXTERNAL_KEY_STORE | Recognisable1                         | does not hold JSON",
        "EXTERNAL_KEY_STORE | [\"Recognisable1\"]                   | a JSON text member \"accessKeyId\"",
        "EXTERNAL_KEY_STORE | {\"accessKeyId\":\"Recognisable1\"}   | a JSON text member \"rawSecretAccessKey\"",
        "EXTERNAL_KEY_STORE | {\"accessKeyId\":\"Recognisable1\",\"rawSecretAccessKey\":\"Recognisable1\"} | 43 to 64 characters"
      })
  void what_does_not_have_the_form_is_named_without_being_shown(
      StoreType type, String value, String right) {
    // Given
    String version = simulated.aws.secrets().put(arn, value);

    // When
    Throwable thrown = catchThrowable(() -> secrets.read(arn, version, type));

    // Then
    assertThat(thrown).isInstanceOf(UnusableSecretException.class);
    assertThat(thrown.getMessage()).contains(arn, right);
    StringWriter everything = new StringWriter();
    thrown.printStackTrace(new PrintWriter(everything));
    assertThat(everything.toString()).doesNotContain("Reco");
  }

  @Test
  void versions_come_with_their_time_and_without_their_value() {
    // Given
    String first = simulated.aws.secrets().put(arn, "Recognisable1");
    Instant then = simulated.timeline.now();
    simulated.timeline.runFor(Duration.ofMinutes(1));
    String second = simulated.aws.secrets().put(arn, "Recognisable2");

    // When
    List<SecretVersion> versions = secrets.versions(arn);

    // Then
    assertThat(versions)
        .containsExactlyInAnyOrder(
            new SecretVersion(first, then, false),
            new SecretVersion(second, then.plusSeconds(60), true));
    assertThat(simulated.aws.secrets().calls())
        .extracting(call -> call.call().operation())
        .containsOnly("ListSecretVersionIds");
  }

  @Test
  void a_version_is_read_though_a_later_one_is_current() {
    // Given somebody puts another while the attempt with this one is under way
    String decided = simulated.aws.secrets().put(arn, "Recognisable1");
    simulated.aws.secrets().put(arn, "Recognisable2");

    // When
    Credential credential = secrets.read(arn, decided, StoreType.AWS_CLOUDHSM);

    // Then
    assertThat(credential).isEqualTo(new Credential.KmsuserPassword("Recognisable1"));
  }

  @Test
  void a_secret_that_is_not_there_is_an_error_that_names_it() {
    assertThatThrownBy(() -> secrets.versions(arn.replace("kmsuser", "nobody")))
        .isInstanceOf(TransientException.class)
        .hasMessageContaining(":secret:nobody-");
  }
}
