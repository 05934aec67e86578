package io.github.keymend.lab.adapter;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** An HTTP server on a socket that counts requests and treats each as it is told; closes when it was told nothing. */
final class MisbehavingServer implements AutoCloseable {
  /** What becomes of a request after it was read. */
  enum Manner {
    ANSWER,
    CLOSE,
    SILENCE,
    REFUSE_AS_A_PROXY
  }

  private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final BlockingQueue<Manner> manners = new LinkedBlockingQueue<>();
  private final AtomicInteger requests = new AtomicInteger();
  private final CountDownLatch closed = new CountDownLatch(1);

  MisbehavingServer() throws IOException {
    threads.execute(this::accept);
  }

  String address() {
    return "http://127.0.0.1:" + socket.getLocalPort();
  }

  /** Treats the next request so that was not told of yet. */
  void then(Manner manner) {
    manners.add(manner);
  }

  /** How many requests came. */
  int requests() {
    return requests.get();
  }

  private void accept() {
    try {
      while (true) {
        Socket connection = socket.accept();
        threads.execute(() -> serve(connection));
      }
    } catch (IOException e) {
      // closed: the test is over
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      BufferedReader in = new BufferedReader(
          new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
      while (readRequest(in)) {
        requests.incrementAndGet();
        Manner manner = manners.poll();
        if (manner == Manner.SILENCE) {
          closed.await();
        }
        if (manner == null || manner == Manner.CLOSE) {
          return;
        }
        String status = manner == Manner.ANSWER ? "200 OK" : "403 Forbidden";
        String body = manner == Manner.ANSWER ? "{}" : "<html>not from here</html>";
        connection
            .getOutputStream()
            .write(("HTTP/1.1 " + status
                    + "\r\nContent-Type: application/x-amz-json-1.1\r\nContent-Length: "
                    + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.ISO_8859_1));
      }
    } catch (IOException e) {
      // the client has gone
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean readRequest(BufferedReader in) throws IOException {
    String line = in.readLine();
    if (line == null) {
      return false;
    }
    int length = 0;
    while (line != null && !line.isEmpty()) {
      String lower = line.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring("content-length:".length()).trim());
      }
      line = in.readLine();
    }
    for (int read = 0; read < length; read++) {
      if (in.read() < 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    socket.close();
    threads.shutdownNow();
  }
}
