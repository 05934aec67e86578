package io.github.keymend.lab.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** 10,000 mixed calls from 16 clients at once, while time runs. */
class ManyClientsTest extends ServerTest {
  private static final int CLIENTS = 16;
  private static final int CALLS = 10_000;
  private final Queue<String> wrong = new ConcurrentLinkedQueue<>();

  @Test
  @Timeout(value = 120, unit = TimeUnit.SECONDS)
  void none_is_lost_and_none_is_answered_wrongly() throws Exception {
    // Given
    server.world().pace(60);
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);

    // When
    List<Future<?>> all = new ArrayList<>();
    for (int client = 0; client < CLIENTS; client++) {
      int first = client;
      all.add(clients.submit(() -> {
        for (int call = first; call < CALLS; call += CLIENTS) {
          call(call);
        }
      }));
    }
    for (Future<?> each : all) {
      each.get();
    }
    clients.shutdown();

    // Then
    assertThat(wrong).isEmpty();
    assertThat(lab.kms().calls()).hasSize(2 * CALLS / 5);
    assertThat(lab.aws().stepFunctionsCalls()).hasSize(CALLS / 5);
    assertThat(lab.aws().secrets().calls()).hasSize(CALLS / 5);
    Set<String> messages = new HashSet<>();
    lab.aws().sns().published().forEach(each -> messages.add(each.request().message()));
    assertThat(messages).hasSize(CALLS / 5);
  }

  /** Each call has an answer that no other call of the 10,000 has, or could have been given by mistake. */
  private void call(int number) {
    switch (number % 5) {
      case 0 ->
        expect(
            number,
            200,
            "\"CustomKeyStoreId\":\"" + (number % 2 == 0 ? HSM : XKS) + "\"",
            post(
                "/",
                "TrentService.DescribeCustomKeyStores",
                "{\"CustomKeyStoreId\":\"" + (number % 2 == 0 ? HSM : XKS) + "\"}"));
      case 1 ->
        expect(
            number,
            400,
            "cannot find the custom key store cks-" + number + ".",
            post(
                "/",
                "TrentService.ConnectCustomKeyStore",
                "{\"CustomKeyStoreId\":\"cks-" + number + "\"}"));
      case 2 -> expect(number, 200, "<MessageId>", publish(number));
      case 3 ->
        expect(
            number,
            400,
            "execution:none:" + number + "'",
            post(
                "/",
                "AWSStepFunctions.DescribeExecution",
                "{\"executionArn\":\"execution:none:" + number + "\"}"));
      default ->
        expect(
            number,
            200,
            "\"VersionId\":\"" + token(number) + "\"",
            post(
                "/",
                "secretsmanager.PutSecretValue",
                "{\"SecretId\":\"keymend/payments\",\"SecretString\":\"s\","
                    + "\"ClientRequestToken\":\"" + token(number) + "\"}"));
    }
  }

  private HttpResponse<String> publish(int number) {
    return send(java.net.http.HttpRequest.newBuilder(server.uri())
        .header("Authorization", AUTHORIZATION)
        .POST(java.net.http.HttpRequest.BodyPublishers.ofString(
            "Action=Publish&TopicArn=arn%3Aaws%3Asns%3Aus-east-1%3A111122223333%3Akeymend&Message=m"
                + number)));
  }

  private static String token(int number) {
    return String.format("%032d", number);
  }

  private void expect(int number, int status, String text, HttpResponse<String> got) {
    if (got.statusCode() != status || !got.body().contains(text)) {
      wrong.add(number + ": " + got.statusCode() + " " + got.body());
    }
  }
}
