package io.github.keymend.aws;

import io.github.keymend.domain.checkup.EncryptionKey;
import io.github.keymend.domain.checkup.NamedSecret;
import io.github.keymend.domain.checkup.Shown;
import io.github.keymend.port.Surroundings;
import io.github.keymend.port.TransientException;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.KeyMetadata;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretResponse;
import software.amazon.awssdk.services.sns.SnsClient;

/** Looks at the topic, the named secrets and their keys. Never at a value. */
public final class AwsSurroundings implements Surroundings {
  private final Supplier<SnsClient> sns;
  private final String topicArn;
  private final Supplier<SecretsManagerClient> secrets;
  private final Supplier<KmsClient> kms;

  /** With clients that retry. */
  public AwsSurroundings(
      Supplier<SnsClient> sns,
      String topicArn,
      Supplier<SecretsManagerClient> secrets,
      Supplier<KmsClient> kms) {
    this.sns = sns;
    this.topicArn = topicArn;
    this.secrets = secrets;
    this.kms = kms;
  }

  @Override
  public String topicArn() {
    return topicArn;
  }

  @Override
  public Shown<Integer> confirmedSubscribers() {
    // While it is pending the place of the ARN says so (SNS API reference, Subscription).
    return look(
        "sns:ListSubscriptionsByTopic",
        () -> Math.toIntExact(sns
            .get()
            .listSubscriptionsByTopicPaginator(request -> request.topicArn(topicArn))
            .subscriptions()
            .stream()
            .filter(each -> each.subscriptionArn().startsWith("arn:"))
            .count()));
  }

  @Override
  public Shown<NamedSecret> secret(String arn) {
    return look("secretsmanager:DescribeSecret", () -> {
      DescribeSecretResponse secret =
          secrets.get().describeSecret(request -> request.secretId(arn));
      return new NamedSecret(secret.deletedDate() != null, secret.kmsKeyId());
    });
  }

  @Override
  public Shown<EncryptionKey> key(String keyId) {
    return look("kms:DescribeKey", () -> {
      KeyMetadata key = kms.get().describeKey(request -> request.keyId(keyId)).keyMetadata();
      return new EncryptionKey(Boolean.TRUE.equals(key.enabled()), key.customKeyStoreId());
    });
  }

  private static <T> Shown<T> look(String permission, Supplier<T> call) {
    try {
      return new Shown.There<>(call.get());
    } catch (AwsServiceException e) {
      String code = e.awsErrorDetails() == null ? "" : e.awsErrorDetails().errorCode();
      if (code.startsWith("AccessDenied") || code.startsWith("AuthorizationError")) {
        return new Shown.Forbidden<>(permission);
      }
      if (code.contains("NotFound")) {
        return new Shown.Gone<>();
      }
      throw unanswered(permission, e);
    } catch (SdkException e) {
      throw unanswered(permission, e);
    }
  }

  private static TransientException unanswered(String permission, SdkException e) {
    return new TransientException(permission + " was not answered: " + e.getMessage(), e);
  }
}
