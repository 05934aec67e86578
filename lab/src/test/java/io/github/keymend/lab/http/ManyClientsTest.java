package io.github.keymend.lab.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** 10,000 mixed calls from 16 clients at once, while time runs; then what no decent client sends, from all of them at once. */
class ManyClientsTest extends ServerTest {
  private static final int CLIENTS = 16;
  private static final int CALLS = 12_000;
  private static final int KINDS = 6;
  private static final int BAD_CALLS = 320;
  private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
  private final Set<String> requestIds = ConcurrentHashMap.newKeySet();

  private interface Call {
    void make(int number) throws IOException;
  }

  private static void fromAllClients(int calls, Call call) throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    List<Future<?>> all = new ArrayList<>();
    for (int client = 0; client < CLIENTS; client++) {
      int first = client;
      all.add(clients.submit(() -> {
        for (int number = first; number < calls; number += CLIENTS) {
          call.make(number);
        }
        return true;
      }));
    }
    for (Future<?> each : all) {
      each.get();
    }
    clients.shutdown();
  }

  @Test
  @Timeout(value = 180, unit = TimeUnit.SECONDS)
  void none_is_lost_and_none_is_answered_wrongly_and_what_is_malformed_harms_nobody()
      throws Exception {
    // Given
    server.world().pace(60);

    // When
    fromAllClients(CALLS, this::call);

    // Then
    assertThat(wrong).isEmpty();
    assertThat(lab.kms().calls()).hasSizeGreaterThanOrEqualTo(2 * CALLS / KINDS);
    assertThat(lab.aws().stepFunctionsCalls()).hasSize(CALLS / KINDS);
    assertThat(lab.aws().secrets().calls())
        .filteredOn(line -> line.call().operation().equals("PutSecretValue"))
        .as("besides the sweep's daily look")
        .hasSize(CALLS / KINDS);
    Set<String> messages = new HashSet<>();
    lab.aws().sns().published().forEach(each -> messages.add(each.request().message()));
    assertThat(messages).hasSize(CALLS / KINDS);
    assertThat(requestIds).as("each answer has an id of its own").hasSize(CALLS);

    // When
    fromAllClients(BAD_CALLS, this::badCall);

    // Then
    assertThat(wrong).isEmpty();
    fromAllClients(CLIENTS * KINDS, this::call);
    assertThat(wrong).isEmpty();
  }

  /** Each has its documented error, whatever the other clients do meanwhile. */
  private void badCall(int number) throws IOException {
    switch (number % 5) {
      case 0 ->
        expect(
            number, 400, "SerializationException", post("/", "TrentService.CreateKey", "{\"a\":"));
      case 1 -> expect(number, 400, "UnknownOperationException", post("/", "Trent.Service", "{}"));
      case 2 -> {
        String large = number % 40 == 2 ? " ".repeat(7_000_000) : "{\"Limit\":1001}";
        expect(
            number,
            number % 40 == 2 ? 413 : 400,
            number % 40 == 2 ? "RequestEntityTooLargeException" : "ValidationException",
            post("/", "TrentService.DescribeCustomKeyStores", large));
      }
      case 3 -> raw(number, RawCall.HALF_SENT, "HTTP/1.1 408 ");
      default -> raw(number, "nonsense\r\n\r\n", "HTTP/1.1 400 ");
    }
  }

  private void raw(int number, String text, String start) throws IOException {
    try (Socket socket = RawCall.open(server, text)) {
      String answer = RawCall.answer(socket);
      if (!answer.startsWith(start)) {
        wrong.add(number + ": " + answer);
      }
    }
  }

  /** Each call has an answer that no other call has, or could have been given by mistake. */
  private void call(int number) {
    switch (number % KINDS) {
      case 0 ->
        expect(
            number,
            200,
            "\"CustomKeyStoreId\":\"" + (number % 4 == 0 ? HSM : XKS) + "\"",
            post(
                "/",
                "TrentService.DescribeCustomKeyStores",
                "{\"CustomKeyStoreId\":\"" + (number % 4 == 0 ? HSM : XKS) + "\"}"));
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
      case 4 -> {
        boolean sweep = number % 12 == 4;
        String function = sweep ? "SweepFunction" : "None" + number;
        expect(
            number,
            sweep ? 200 : 404,
            sweep ? "{\"stores\":2,\"started\":[],\"failed\":[]}" : "function:None" + number,
            post(
                "/2015-03-31/functions/" + function + "/invocations",
                "-",
                "{\"source\":\"schedule\"}"));
      }
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
    got.headers().firstValue("x-amzn-RequestId").ifPresent(requestIds::add);
    if (got.statusCode() != status || !got.body().contains(text)) {
      wrong.add(number + ": " + got.statusCode() + " " + got.body());
    }
  }
}
