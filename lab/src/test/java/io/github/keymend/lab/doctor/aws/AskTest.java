package io.github.keymend.lab.doctor.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.keymend.lab.doctor.Sight;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;

/** The services spell their refusals in their own ways. */
class AskTest {
  private static Sight<String> answered(String code, String message) {
    return Ask.of("s:Action", "the thing", () -> {
      throw AwsServiceException.builder()
          .statusCode(400)
          .awsErrorDetails(
              AwsErrorDetails.builder().errorCode(code).errorMessage(message).build())
          .build();
    });
  }

  @Test
  void an_answer_is_seen() {
    assertThat(Ask.of("s:Action", "the thing", () -> "yes")).isEqualTo(Sight.of("yes"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"AccessDenied", "AccessDeniedException", "AuthorizationError"})
  void a_missing_permission_is_named(String code) {
    assertThat(answered(code, "not authorized")).isEqualTo(new Sight.Denied<>("s:Action"));
  }

  @ParameterizedTest
  @CsvSource({
    "ResourceNotFoundException, any",
    "NotFound, any",
    "NotFoundException, any",
    "NoSuchEntity, any",
    "TrailNotFoundException, any",
    "QueueDoesNotExist, any",
    "AWS.SimpleQueueService.NonExistentQueue, any",
    "ValidationError, Stack with id keymend does not exist"
  })
  void what_does_not_exist_is_absent(String code, String message) {
    assertThat(answered(code, message)).isEqualTo(new Sight.Absent<>("the thing does not exist"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Throttling", "ThrottlingException", "InternalFailure", "ValidationError"})
  void anything_else_is_no_answer_and_not_taken_for_absent(String code) {
    assertThat(answered(code, "something")).isEqualTo(new Sight.Unanswered<>("s:Action", code));
  }

  @Test
  void no_connection_is_no_answer() {
    Sight<String> sight = Ask.of("s:Action", "the thing", () -> {
      throw SdkClientException.create("refused\nmore");
    });

    assertThat(sight).isEqualTo(new Sight.Unanswered<>("s:Action", "refused"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ExpiredToken",
        "ExpiredTokenException",
        "InvalidClientTokenId",
        "UnrecognizedClientException",
        "SignatureDoesNotMatch"
      })
  void credentials_that_are_not_accepted_end_it_all(String code) {
    assertThatThrownBy(() -> answered(code, "secret-looking text"))
        .isInstanceOf(CannotAskException.class)
        .hasMessageContaining(code)
        .hasMessageContaining("Sign in again")
        .hasMessageNotContaining("secret-looking");
  }
}
