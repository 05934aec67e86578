package io.github.keymend.lab.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who does not send what was announced gets a documented error, in time, and delays nobody else. */
@Timeout(60)
class SlowSendersTest extends ServerTest {
  /** More than the server has threads. */
  private static final int MANY = 100;

  private static final Duration PATIENCE = Duration.ofSeconds(1);

  @Test
  void a_body_that_stops_in_the_middle_is_told_that_its_time_is_over() throws IOException {
    // Given
    long start = System.nanoTime();

    // When
    String answer;
    try (Socket socket = RawCall.open(server, RawCall.HALF_SENT)) {
      answer = RawCall.answer(socket);
    }

    // Then
    assertThat(answer).startsWith("HTTP/1.1 408 ").contains("RequestTimeoutException");
    assertThat(since(start)).isBetween(PATIENCE.minusMillis(50), PATIENCE.multipliedBy(10));
  }

  @Test
  void the_control_path_tells_it_in_its_own_words() throws IOException {
    try (Socket socket = RawCall.open(
        server, "POST /_lab/clock HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n{")) {
      assertThat(RawCall.answer(socket)).startsWith("HTTP/1.1 408 ").contains("\"error\"");
    }
  }

  @Test
  void many_stuck_senders_delay_nobody() throws IOException {
    try (LabServer patient = with(Duration.ofMinutes(2))) {
      // Given
      List<Socket> stuck = stuck(patient);

      // When
      for (int i = 0; i < 20; i++) {
        HttpRequest.Builder call = HttpRequest.newBuilder(patient.uri())
            .header("Authorization", AUTHORIZATION)
            .header("X-Amz-Target", "TrentService.DescribeCustomKeyStores")
            .POST(HttpRequest.BodyPublishers.ofString("{}"));
        assertThat(send(call).statusCode()).isEqualTo(200);
      }

      // Then
      for (Socket each : stuck) {
        assertThat(each.getInputStream().available()).as("still waited for").isZero();
        each.close();
      }
    }
  }

  @Test
  void many_stuck_senders_are_each_told() throws IOException {
    for (Socket each : stuck(server)) {
      assertThat(RawCall.answer(each)).startsWith("HTTP/1.1 408 ");
      each.close();
    }
  }

  private static List<Socket> stuck(LabServer server) throws IOException {
    List<Socket> stuck = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      stuck.add(RawCall.open(server, RawCall.HALF_SENT));
    }
    return stuck;
  }

  @Test
  void a_long_advance_of_the_clock_is_not_taken_for_a_sender_that_stopped() throws Exception {
    try (LabServer impatient = impatient()) {
      // Given
      var busy = new CountDownLatch(1);
      ExecutorService another = Executors.newSingleThreadExecutor();
      another.execute(() -> impatient.world().call(() -> {
        busy.countDown();
        Thread.sleep(1500);
        return true;
      }));
      busy.await();

      // When
      String call = RawCall.head("Content-Length: 2\r\nConnection: close") + "{}";
      try (Socket socket = RawCall.open(impatient, call)) {

        // Then
        assertThat(RawCall.answer(socket)).startsWith("HTTP/1.1 200 ").contains(HSM);
      }
      another.shutdown();
    }
  }

  @Test
  void a_body_that_drips_is_as_late_as_one_that_stops() throws IOException {
    try (Socket socket = RawCall.open(server, RawCall.head("Content-Length: 1000"))) {
      drip(socket, " ");

      assertThat(RawCall.answer(socket)).startsWith("HTTP/1.1 408 ");
    }
  }

  @Test
  void a_head_that_never_ends_is_cut_off() throws IOException {
    try (LabServer impatient = impatient();
        Socket socket = RawCall.open(impatient, "POST / HTTP/1.1\r\nX-Long: ")) {
      assertThat(drip(socket, "x")).as("the server closed").isTrue();
    }
  }

  @Test
  void a_connection_without_a_word_is_cut_off() throws IOException {
    try (LabServer impatient = impatient();
        Socket socket = RawCall.open(impatient, "")) {
      assertThat(RawCall.answer(socket)).isEmpty();
    }
  }

  /** A server of which a head may take 0.6 s. */
  private LabServer impatient() throws IOException {
    return with(Duration.ofMillis(200));
  }

  private LabServer with(Duration patience) throws IOException {
    return LabServer.start(
        lab, new ServerOptions(InetAddress.getLoopbackAddress(), 0, 0, patience), log::add);
  }

  /** Sends one byte after the other until the server has answered or closed, at most 5 s: whether it did. */
  private static boolean drip(Socket socket, String text) throws IOException {
    OutputStream out = socket.getOutputStream();
    try {
      for (int i = 0; i < 50 && socket.getInputStream().available() == 0; i++) {
        out.write(text.getBytes(US_ASCII));
        out.flush();
        Thread.sleep(100);
      }
      return socket.getInputStream().available() > 0;
    } catch (SocketException e) {
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
