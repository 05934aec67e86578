package io.github.keymend.lab.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who does not send what was announced gets a documented error, in time, and delays nobody else. */
@Timeout(30)
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
    assertThat(since(start)).isBetween(PATIENCE.minusMillis(50), PATIENCE.multipliedBy(5));
  }

  @Test
  void the_control_path_tells_it_in_its_own_words() throws IOException {
    try (Socket socket = RawCall.open(
        server, "POST /_lab/clock HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n{")) {
      assertThat(RawCall.answer(socket)).startsWith("HTTP/1.1 408 ").contains("\"error\"");
    }
  }

  @Test
  void many_stuck_senders_delay_nobody_and_each_is_told() throws IOException {
    // Given
    List<Socket> stuck = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      stuck.add(RawCall.open(server, RawCall.HALF_SENT));
    }
    long start = System.nanoTime();

    // When
    int answered = 0;
    while (answered < 20) {
      assertThat(post("/", "TrentService.DescribeCustomKeyStores", "{}").statusCode())
          .isEqualTo(200);
      answered++;
    }

    // Then
    assertThat(since(start)).isLessThan(PATIENCE.multipliedBy(5));
    for (Socket each : stuck) {
      assertThat(RawCall.answer(each)).startsWith("HTTP/1.1 408 ");
      each.close();
    }
    assertThat(since(start)).isLessThan(PATIENCE.multipliedBy(10));
  }

  @Test
  void a_long_advance_of_the_clock_is_not_taken_for_a_sender_that_stopped() throws IOException {
    try (LabServer impatient = impatient();
        Socket socket =
            RawCall.open(impatient, RawCall.head("Content-Length: 2\r\nConnection: close"))) {
      impatient.world().call(() -> {
        socket.getOutputStream().write("{}".getBytes(US_ASCII));
        Thread.sleep(1500);
        return true;
      });

      assertThat(RawCall.answer(socket)).startsWith("HTTP/1.1 200 ").contains(HSM);
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
    return LabServer.start(
        lab,
        new ServerOptions(InetAddress.getLoopbackAddress(), 0, 0, Duration.ofMillis(200)),
        log::add);
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
