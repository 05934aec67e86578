package io.github.keymend.lab.http;

import com.sun.net.httpserver.HttpExchange;
import io.github.keymend.lab.door.WireRequest;
import io.github.keymend.lab.door.WireResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** One request and its one answer, whoever gives it first: the handler, or the watch for requests that never end. */
final class Exchange {
  private final HttpExchange http;
  private final AtomicBoolean answered = new AtomicBoolean();

  Exchange(HttpExchange http) {
    this.http = http;
  }

  /** The request without its body. */
  WireRequest head() {
    return request(new byte[0]);
  }

  WireRequest request(byte[] body) {
    Map<String, String> headers = new HashMap<>();
    http.getRequestHeaders().forEach((name, values) -> headers.put(name, String.join(",", values)));
    return new WireRequest(http.getRequestURI().toASCIIString(), headers, body);
  }

  void answer(WireResponse response) throws IOException {
    if (!answered.compareAndSet(false, true)) {
      return;
    }
    response.headers().forEach((name, value) -> http.getResponseHeaders().set(name, value));
    byte[] body = response.body();
    http.sendResponseHeaders(response.status(), body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      http.getResponseBody().write(body);
    }
    // Before the close, which waits for the rest of a request that never ends.
    http.getResponseBody().flush();
    http.close();
  }

  /** Breaks the connection off without an answer. */
  void abandon() {
    answered.set(true);
    http.close();
  }
}
