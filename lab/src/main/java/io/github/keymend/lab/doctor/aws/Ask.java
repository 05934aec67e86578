package io.github.keymend.lab.doctor.aws;

import io.github.keymend.lab.doctor.Sight;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Asks one question, and sorts the ways in which it is not answered. */
final class Ask {
  /** The services spell it in their own ways; AWS "Common errors" of each API reference. */
  private static final Pattern DENIED = Pattern.compile(
      "AccessDenied.*|AuthorizationError.*|UnauthorizedOperation|.*NotAuthorized.*");

  private static final Pattern ABSENT =
      Pattern.compile(".*NotFound.*|.*NonExistent.*|.*NoSuchEntity.*|.*DoesNotExist.*");
  private static final Pattern CREDENTIALS = Pattern.compile(
      "ExpiredToken.*|InvalidClientTokenId|UnrecognizedClient.*|SignatureDoesNotMatch|InvalidSignature.*"
          + "|InvalidAccessKeyId|MissingAuthenticationToken.*|IncompleteSignature.*|RequestExpired");

  private Ask() {}

  /**
   * Asks.
   *
   * @param action the IAM action that the question needs
   * @param subject what it is about, for people
   * @throws CannotAskException where the credentials are not accepted: no other question would fare better
   */
  static <T> Sight<T> of(String action, String subject, Supplier<T> call) {
    try {
      return new Sight.Seen<>(call.get());
    } catch (AwsServiceException e) {
      AwsErrorDetails details = e.awsErrorDetails();
      String code = details == null ? "" : text(details.errorCode());
      String message = details == null ? "" : text(details.errorMessage());
      if (CREDENTIALS.matcher(code).matches()) {
        throw new CannotAskException("AWS does not accept your credentials (" + code
            + "). Sign in again, or name another --profile.");
      }
      if (DENIED.matcher(code).matches()) {
        return new Sight.Denied<>(action);
      }
      boolean absent = ABSENT.matcher(code).matches()
          || (code.equals("ValidationError") && message.contains("does not exist"));
      return absent
          ? new Sight.Absent<>(subject + " does not exist")
          : new Sight.Unanswered<>(action, code.isEmpty() ? "HTTP " + e.statusCode() : code);
    } catch (SdkClientException e) {
      return new Sight.Unanswered<>(
          action, text(e.getMessage()).lines().findFirst().orElse(""));
    }
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
