package io.github.keymend.lab.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong gets a documented error, and the server goes on. */
class RobustnessTest extends ServerTest {
  private static final String DESCRIBE = "TrentService.DescribeCustomKeyStores";

  @AfterEach
  void the_server_is_unharmed() {
    assertThat(post("/", DESCRIBE, "{}"))
        .satisfies(response -> assertThat(response.statusCode()).isEqualTo(200))
        .satisfies(response -> assertThat(response.body()).contains(HSM, XKS));
  }

  @ParameterizedTest(name = "{0} {1}: {2} {3}")
  @CsvSource(delimiter = ';', textBlock = """
      TrentService.DescribeCustomKeyStores; {;                                    400; SerializationException
      TrentService.DescribeCustomKeyStores; [];                                   400; SerializationException
      TrentService.DescribeCustomKeyStores; {"Limit":"2"};                        400; SerializationException
      TrentService.DescribeCustomKeyStores; {"Limit":1001};                       400; ValidationException
      TrentService.DescribeCustomKeyStores; {"Marker":"nonsense"};                400; InvalidMarkerException
      TrentService.NoSuchOperation;         {};                                   400; UnknownOperationException
      TrentService;                         {};                                   400; UnknownOperationException
      NoSuchService.Operation;              {};                                   400; UnknownOperationException
      AWSStepFunctions.DescribeExecution;   {};                                   400; ValidationException
      AWSStepFunctions.StartExecution;      {"stateMachineArn":"arn:x"};          400; StateMachineDoesNotExist
      secretsmanager.GetSecretValue;        {"SecretId":"none"};                  400; ResourceNotFoundException
      """)
  void a_wrong_target_or_body(String target, String body, int status, String type) {
    // When
    HttpResponse<String> response = post("/", target, body);

    // Then
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.body()).startsWith("{\"__type\":\"" + type + "\",\"message\":\"");
    assertThat(response.headers().firstValue("x-amzn-RequestId")).isPresent();
    assertThat(response.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/x-amz-json-1.");
  }

  @Test
  void a_request_without_a_signature_is_refused() {
    HttpResponse<String> response = send(HttpRequest.newBuilder(server.uri())
        .header("X-Amz-Target", DESCRIBE)
        .POST(HttpRequest.BodyPublishers.ofString("{}")));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains("\"MissingAuthenticationTokenException\"");
  }

  @Test
  void a_form_that_is_not_url_encoded_is_refused_in_xml() {
    HttpResponse<String> response = send(HttpRequest.newBuilder(server.uri())
        .header("Authorization", AUTHORIZATION)
        .POST(HttpRequest.BodyPublishers.ofString("Action=Publish&Message=%zz")));

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.body()).contains("<Code>MalformedQueryString</Code>");
  }

  @Test
  void a_get_is_no_operation() {
    HttpResponse<String> response = send(HttpRequest.newBuilder(server.uri()).GET());

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains("UnknownOperationException");
  }

  @Test
  void a_request_that_is_too_large_is_refused() {
    HttpResponse<String> response = post("/", DESCRIBE, " ".repeat(7_000_000));

    assertThat(response.statusCode()).isEqualTo(413);
    assertThat(response.body()).contains("RequestEntityTooLargeException");
  }

  @Test
  void a_payload_that_lambda_finds_too_large_is_refused_by_lambda() {
    HttpResponse<String> response = post(
        "/2015-03-31/functions/SweepFunction/invocations",
        "-",
        "\"" + "x".repeat(6_300_000) + "\"");

    assertThat(response.statusCode()).isEqualTo(413);
    assertThat(response.headers().firstValue("x-amzn-ErrorType"))
        .hasValue("RequestTooLargeException");
  }

  @Test
  void a_body_that_stops_in_the_middle_is_told_that_its_time_is_over() throws IOException {
    try (Socket socket = open(head("Content-Length: 100") + "{\"Limit\"")) {
      String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);

      assertThat(answer).startsWith("HTTP/1.1 408 ").contains("RequestTimeoutException");
    }
  }

  @Test
  void a_sender_that_goes_away_in_the_middle_harms_nobody() throws IOException {
    for (int i = 0; i < 100; i++) {
      open(head("Content-Length: 100") + "{\"Limit\"").close();
    }
  }

  @ParameterizedTest
  @CsvSource({"nonsense", "POST", "POST / HTTP/9.9 x y", "POST / HTTP/1.1\\nContent-Length: -5"})
  void what_is_not_http_is_a_bad_request(String text) throws IOException {
    try (Socket socket = open(text.replace("\\n", "\r\n") + "\r\n\r\n")) {
      var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));

      assertThat(in.readLine()).startsWith("HTTP/1.1 4");
    }
  }

  @Test
  void only_the_loopback_interface_has_the_port() throws IOException {
    int port = server.uri().getPort();
    assertThat(InetAddress.getByName(server.uri().getHost()).isLoopbackAddress())
        .isTrue();
    for (NetworkInterface each : Collections.list(NetworkInterface.getNetworkInterfaces())) {
      for (InetAddress address : Collections.list(each.getInetAddresses())) {
        if (!address.isLoopbackAddress()) {
          assertThat(accepts(address, port)).as("%s port %s", address, port).isFalse();
        }
      }
    }
    assertThat(accepts(InetAddress.getLoopbackAddress(), port)).isTrue();
  }

  @Test
  void a_call_is_one_line_whatever_is_in_it() {
    post("/", "TrentService.X\u00e9", "{}");
    post("/", "TrentService.ConnectCustomKeyStore", "{\"CustomKeyStoreId\":\"a\\nforged line\"}");

    assertThat(log).hasSize(2).noneMatch(line -> line.contains("\n"));
    assertThat(log.peek()).contains("TrentService.X").endsWith("400");
  }

  private static boolean accepts(InetAddress address, int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new java.net.InetSocketAddress(address, port), 1000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static String head(String more) {
    return "POST / HTTP/1.1\r\nHost: localhost\r\nAuthorization: " + AUTHORIZATION
        + "\r\nX-Amz-Target: " + DESCRIBE + "\r\n" + more + "\r\n\r\n";
  }

  private Socket open(String text) throws IOException {
    URI uri = server.uri();
    var socket = new Socket(uri.getHost(), uri.getPort());
    socket.setSoTimeout(20_000);
    socket.getOutputStream().write(text.getBytes(US_ASCII));
    socket.getOutputStream().flush();
    return socket;
  }
}
