package io.github.keymend.lab.doctor.aws;

import io.github.keymend.lab.doctor.Sight;
import io.github.keymend.lab.doctor.seen.Secret;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretResponse;

/** Asks Secrets Manager; never for a value. */
final class Secrets {
  private final SecretsManagerClient client;

  Secrets(SecretsManagerClient client) {
    this.client = client;
  }

  Sight<Secret> secret(String arn) {
    return Ask.of("secretsmanager:DescribeSecret", "the secret " + arn, () -> {
      DescribeSecretResponse secret = client.describeSecret(request -> request.secretId(arn));
      boolean current = secret.hasVersionIdsToStages()
          && secret.versionIdsToStages().values().stream()
              .anyMatch(stages -> stages.contains("AWSCURRENT"));
      return new Secret(arn, secret.kmsKeyId(), secret.deletedDate() != null, current);
    });
  }
}
