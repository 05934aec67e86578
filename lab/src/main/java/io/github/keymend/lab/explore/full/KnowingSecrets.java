package io.github.keymend.lab.explore.full;

import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.ListSecretVersionIdsRequest;
import software.amazon.awssdk.services.secretsmanager.model.ListSecretVersionIdsResponse;

/** The SDK's client for the lists of versions, for which every sweep asks while an incident waits for a secret. */
final class KnowingSecrets implements SecretsManagerClient {
  private final SecretsManagerClient sdk;
  private final KnownAnswers<ListSecretVersionIdsRequest, ListSecretVersionIdsResponse> versions;

  /** Over a client whose calls go through a tap. */
  KnowingSecrets(SecretsManagerClient sdk, Tap tap) {
    this.sdk = sdk;
    this.versions = new KnownAnswers<>(tap, sdk::listSecretVersionIds);
  }

  @Override
  public ListSecretVersionIdsResponse listSecretVersionIds(ListSecretVersionIdsRequest request) {
    return versions.ask(request);
  }

  @Override
  public GetSecretValueResponse getSecretValue(GetSecretValueRequest request) {
    return sdk.getSecretValue(request);
  }

  @Override
  public String serviceName() {
    return sdk.serviceName();
  }

  @Override
  public void close() {
    sdk.close();
  }
}
