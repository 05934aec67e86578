package io.github.keymend.aws;

import io.github.keymend.domain.guard.SecretVersion;
import io.github.keymend.domain.store.StoreType;
import io.github.keymend.port.Credential;
import io.github.keymend.port.Secrets;
import io.github.keymend.port.TransientException;
import io.github.keymend.port.UnusableSecretException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ListSecretVersionIdsResponse;
import software.amazon.awssdk.services.secretsmanager.model.SecretVersionsListEntry;

/** Reads the named secrets from Secrets Manager. */
public final class SecretsManagerSecrets implements Secrets {
  private final Supplier<SecretsManagerClient> client;

  /** With a client that retries. */
  public SecretsManagerSecrets(Supplier<SecretsManagerClient> client) {
    this.client = client;
  }

  @Override
  public List<SecretVersion> versions(String secretArn) {
    try {
      List<SecretVersion> versions = new ArrayList<>();
      String token = null;
      do {
        String from = token;
        ListSecretVersionIdsResponse page = client
            .get()
            .listSecretVersionIds(request -> request.secretId(secretArn).nextToken(from));
        page.versions().forEach(version -> versions.add(version(version)));
        token = page.nextToken();
      } while (token != null);
      return versions;
    } catch (SdkException e) {
      throw new TransientException(
          "Secrets Manager did not list the versions of " + secretArn + ": " + e.getMessage(), e);
    }
  }

  @Override
  public Credential read(String secretArn, String versionId, StoreType type) {
    String value;
    try {
      value = client
          .get()
          .getSecretValue(request -> request.secretId(secretArn).versionId(versionId))
          .secretString();
    } catch (SdkException e) {
      throw new TransientException(
          "Secrets Manager did not give the value of " + secretArn + ": " + e.getMessage(), e);
    }
    if (value == null) {
      throw new UnusableSecretException(
          "the secret " + secretArn + " holds binary data; it must hold a text");
    }
    return type == StoreType.AWS_CLOUDHSM
        ? SecretForm.kmsuserPassword(value, secretArn)
        : SecretForm.proxyCredential(value, secretArn);
  }

  private static SecretVersion version(SecretVersionsListEntry version) {
    boolean current = version.hasVersionStages() && version.versionStages().contains("AWSCURRENT");
    return new SecretVersion(version.versionId(), version.createdDate(), current);
  }
}
