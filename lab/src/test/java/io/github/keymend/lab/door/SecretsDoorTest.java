package io.github.keymend.lab.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.keymend.lab.secrets.SecretsErrors;
import io.github.keymend.lab.service.CallFault;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.DecryptionFailureException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import software.amazon.awssdk.services.secretsmanager.model.SecretVersionsListEntry;

class SecretsDoorTest extends DoorTest {
  private final SecretsManagerClient client = client(SecretsManagerClient.builder());
  private final String arn = aws.secrets().create("kmsuser");

  @Test
  void theCurrentVersionIsRead() {
    // Given
    aws.secrets().put(arn, "first");
    String second = aws.secrets().put(arn, "second");

    // When
    var answer = client.getSecretValue(request -> request.secretId(arn));

    // Then
    assertThat(answer.secretString()).isEqualTo("second");
    assertThat(answer.versionId()).isEqualTo(second);
    assertThat(answer.versionStages()).containsExactly("AWSCURRENT");
    assertThat(answer.createdDate()).isEqualTo("2026-01-05T03:00:00Z");
  }

  @Test
  void aVersionIsReadByItsId() {
    // Given
    String first = aws.secrets().put(arn, "first");
    aws.secrets().put(arn, "second");

    // When
    var answer = client.getSecretValue(request -> request.secretId("kmsuser").versionId(first));

    // Then
    assertThat(answer.secretString()).isEqualTo("first");
    assertThat(answer.versionStages()).containsExactly("AWSPREVIOUS");
  }

  @Test
  void versionsAreListedWithTheirDatesAndStagesAndWithoutValues() {
    // Given
    String oldest = aws.secrets().put(arn, "one");
    minutes(10);
    String previous = aws.secrets().put(arn, "two");
    minutes(10);
    String current = aws.secrets().put(arn, "three");

    // When
    var listed = client.listSecretVersionIds(request -> request.secretId(arn)).versions();
    var all = client
        .listSecretVersionIdsPaginator(
            request -> request.secretId(arn).includeDeprecated(true).maxResults(1))
        .stream()
        .flatMap(page -> page.versions().stream());

    // Then
    assertThat(listed)
        .extracting(
            SecretVersionsListEntry::versionId,
            SecretVersionsListEntry::versionStages,
            SecretVersionsListEntry::createdDate)
        .containsExactly(
            tuple(previous, List.of("AWSPREVIOUS"), Instant.parse("2026-01-05T03:10:00Z")),
            tuple(current, List.of("AWSCURRENT"), Instant.parse("2026-01-05T03:20:00Z")));
    assertThat(all)
        .extracting(SecretVersionsListEntry::versionId)
        .containsExactly(oldest, previous, current);
  }

  @Test
  void whatIsNotThereIsNotFound() {
    assertThatThrownBy(() -> client.getSecretValue(request -> request.secretId("other")))
        .isInstanceOf(ResourceNotFoundException.class);
    assertThatThrownBy(() -> client.getSecretValue(request -> request.secretId(arn)))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void aFailureCanBeInjectedAndEveryCallIsLogged() {
    // Given
    aws.secrets().put(arn, "hidden");
    aws.secrets()
        .callFaults()
        .next("GetSecretValue", CallFault.before(SecretsErrors.decryptionFailure()));

    // Then
    assertThatThrownBy(() -> client.getSecretValue(request -> request.secretId(arn)))
        .isInstanceOf(DecryptionFailureException.class);
    assertThat(aws.secrets().calls())
        .singleElement()
        .satisfies(line -> assertThat(line.call().operation()).isEqualTo("GetSecretValue"));
  }
}
