package io.github.keymend.lab.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.keymend.lab.http.control.StoreWish;
import io.github.keymend.lab.stage.Lab;
import io.github.keymend.lab.stage.LabSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.regions.Region;

/** A lab on a free port whose clock stands still, with one store of each type, both connected. */
abstract class ServerTest {
  static final String HSM = "cks-1234567890abcdef0";
  static final String XKS = "cks-1234567890abcdef1";
  static final String AUTHORIZATION =
      "AWS4-HMAC-SHA256 Credential=alice/20260105/us-east-1/kms/aws4_request, SignedHeaders=host,"
          + " Signature=00";

  final Queue<String> log = new ConcurrentLinkedQueue<>();
  final Lab lab = ServedLab.of(
      LabSettings.repairing(),
      List.of(StoreWish.parse("payments:hsm"), StoreWish.parse("archive:xks")));
  final HttpClient http = HttpClient.newHttpClient();
  LabServer server;

  @BeforeEach
  void serve() throws IOException {
    server = LabServer.start(
        lab,
        new ServerOptions(InetAddress.getLoopbackAddress(), 0, 0, Duration.ofSeconds(1)),
        log::add);
  }

  @AfterEach
  void end() {
    server.close();
  }

  <C, B extends AwsClientBuilder<B, C>> C client(B builder) {
    return client(builder, "alice");
  }

  <C, B extends AwsClientBuilder<B, C>> C client(B builder, String accessKeyId) {
    return builder
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKeyId, "any")))
        .endpointOverride(server.uri())
        .overrideConfiguration(config -> config.retryStrategy(AwsRetryStrategy.doNotRetry()))
        .build();
  }

  void minutes(int minutes) {
    server.world().advance(Duration.ofMinutes(minutes));
  }

  HttpResponse<String> post(String path, String target, String body) {
    return send(HttpRequest.newBuilder(URI.create(server.uri() + path))
        .header("Authorization", AUTHORIZATION)
        .header("X-Amz-Target", target)
        .POST(HttpRequest.BodyPublishers.ofString(body, UTF_8)));
  }

  HttpResponse<String> control(String path, String body) {
    return send(HttpRequest.newBuilder(URI.create(server.uri() + "/_lab" + path))
        .POST(HttpRequest.BodyPublishers.ofString(body, UTF_8)));
  }

  HttpResponse<String> see(String path) {
    return send(
        HttpRequest.newBuilder(URI.create(server.uri() + "/_lab" + path)).GET());
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
