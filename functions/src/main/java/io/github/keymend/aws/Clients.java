package io.github.keymend.aws;

import java.time.Duration;
import java.util.function.Supplier;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sns.SnsClient;

/**
 * The SDK clients, made when first used.
 *
 * @param kmsReads reads KMS; retries
 * @param kmsActs changes stores; never retries
 * @param sns publishes
 * @param sfn starts and describes executions
 * @param dynamo the table
 * @param secrets the named secrets
 */
public record Clients(
    Supplier<KmsClient> kmsReads,
    Supplier<KmsClient> kmsActs,
    Supplier<SnsClient> sns,
    Supplier<SfnClient> sfn,
    Supplier<DynamoDbClient> dynamo,
    Supplier<SecretsManagerClient> secrets) {
  /** An act's call is given up after this: what became of it is unknown then, and the next look shows it. */
  public static final Duration ACT_TIMEOUT = Duration.ofSeconds(10);

  /** One request of a call that may be repeated: shorter than the call, or a request that hangs leaves no time for another. */
  private static final Duration ATTEMPT_TIMEOUT = Duration.ofSeconds(5);

  /** Such a call with all its retries: a step makes several, and they must fit into its function's time-out. */
  private static final Duration READ_TIMEOUT = Duration.ofSeconds(12);

  /** What every client has that only reads, or whose writes are conditional. */
  public static final ClientOverrideConfiguration PATIENT = ClientOverrideConfiguration.builder()
      .apiCallTimeout(READ_TIMEOUT)
      .apiCallAttemptTimeout(ATTEMPT_TIMEOUT)
      .build();

  /** What the client has that changes stores: one request, then an answer or none. */
  public static final ClientOverrideConfiguration ONCE = ClientOverrideConfiguration.builder()
      .apiCallTimeout(ACT_TIMEOUT)
      .retryStrategy(DefaultRetryStrategy.doNotRetry())
      .build();

  /** The clients of a deployed function. */
  public static Clients deployed() {
    return new Clients(
        new Lazy<>(() -> KmsClient.builder()
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .overrideConfiguration(PATIENT)
            .build()),
        new Lazy<>(() -> KmsClient.builder()
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .overrideConfiguration(ONCE)
            .build()),
        new Lazy<>(() -> SnsClient.builder()
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .overrideConfiguration(PATIENT)
            .build()),
        new Lazy<>(() -> SfnClient.builder()
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .overrideConfiguration(PATIENT)
            .build()),
        new Lazy<>(() -> DynamoDbClient.builder()
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .overrideConfiguration(PATIENT)
            .build()),
        new Lazy<>(() -> SecretsManagerClient.builder()
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .overrideConfiguration(PATIENT)
            .build()));
  }
}
