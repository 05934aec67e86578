package io.github.keymend.lab.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
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
  void a_sender_that_goes_away_in_the_middle_harms_nobody() throws IOException {
    for (int i = 0; i < 100; i++) {
      RawCall.open(server, RawCall.HALF_SENT).close();
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(delimiter = ';', textBlock = """
      nonsense;                                                         400 Bad Request
      POST;                                                             400 Bad Request
      POST / HTTP/9.9 x y;                                              400 Unknown Version
      POST / HTTP/1.1|Content-Length: 2;                                400 No Host
      POST / HTTP/1.1|Host: localhost|Content-Length: -5;               400 Bad Request
      POST / HTTP/1.1|Host: localhost|Content-Length: 2|Content-Length: 3; 400 Bad Request
      POST / HTTP/1.1|Host: localhost|Transfer-Encoding: none;          400 Bad Request
      """)
  void what_is_not_http_is_a_bad_request(String head, String status) throws IOException {
    try (Socket socket = RawCall.open(server, head.replace("|", "\r\n") + "\r\n\r\n")) {
      String answer = RawCall.answer(socket);

      assertThat(answer).startsWith("HTTP/1.1 " + status.substring(0, 3));
      assertThat(answer).doesNotContainIgnoringCase("jetty").doesNotContain("<html", "at org.");
    }
  }

  @Test
  void a_head_that_is_too_large_is_refused() throws IOException {
    String head = "POST / HTTP/1.1\r\nHost: localhost\r\nX-Large: " + "x".repeat(20_000);
    try (Socket socket = RawCall.open(server, head + "\r\n\r\n")) {
      assertThat(RawCall.answer(socket)).startsWith("HTTP/1.1 431 ");
    }
  }

  @Test
  void a_body_in_chunks_is_measured_too() throws IOException {
    String chunk = "100000\r\n" + " ".repeat(0x100000) + "\r\n";
    try (Socket socket = RawCall.open(
        server,
        RawCall.head("Transfer-Encoding: chunked\r\nConnection: close")
            + chunk.repeat(7)
            + "0\r\n\r\n")) {
      assertThat(RawCall.answer(socket))
          .startsWith("HTTP/1.1 413 ")
          .contains("RequestEntityTooLargeException");
    }
  }

  @Test
  void the_control_path_refuses_what_is_too_large_in_its_own_words() {
    HttpResponse<String> response = control("/clock", " ".repeat(7_000_000));

    assertThat(response.statusCode()).isEqualTo(413);
    assertThat(response.body()).contains("\"error\"");
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
}
