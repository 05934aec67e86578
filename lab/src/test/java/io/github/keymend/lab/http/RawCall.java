package io.github.keymend.lab.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;

/** Bytes that no decent client would send. */
final class RawCall {
  /** A call whose body stops in the middle. */
  static final String HALF_SENT = head("Content-Length: 100") + "{\"Limit\"";

  private static final int LONGEST_WAIT_MILLIS = 20_000;

  private RawCall() {}

  /** A head that announces a call of DescribeCustomKeyStores, with more lines in it. */
  static String head(String more) {
    return "POST / HTTP/1.1\r\nHost: localhost\r\nAuthorization: " + ServerTest.AUTHORIZATION
        + "\r\nX-Amz-Target: TrentService.DescribeCustomKeyStores\r\n" + more + "\r\n\r\n";
  }

  static Socket open(LabServer server, String text) throws IOException {
    URI uri = server.uri();
    var socket = new Socket(uri.getHost(), uri.getPort());
    socket.setSoTimeout(LONGEST_WAIT_MILLIS);
    socket.getOutputStream().write(text.getBytes(US_ASCII));
    socket.getOutputStream().flush();
    return socket;
  }

  /** All that comes until the server closes. */
  static String answer(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), UTF_8);
  }
}
