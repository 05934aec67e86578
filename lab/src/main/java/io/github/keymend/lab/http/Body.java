package io.github.keymend.lab.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads the body of a request, at most so much of it. */
final class Body {
  /** Larger than the largest payload of any service, which is Lambda's. */
  static final int MAX_BYTES = 6_500_000;

  /** What is read and thrown away, so that the sender is there to hear the answer. */
  private static final long MAX_DRAINED = 100_000_000;

  private Body() {}

  /** The body, or null if it is too large. */
  static byte @Nullable [] read(HttpExchange exchange) throws IOException {
    try (InputStream in = exchange.getRequestBody()) {
      var out = new ByteArrayOutputStream();
      byte[] buffer = new byte[16_384];
      long total = 0;
      for (int n = in.read(buffer); n >= 0 && total <= MAX_DRAINED; n = in.read(buffer)) {
        total += n;
        if (total <= MAX_BYTES) {
          out.write(buffer, 0, n);
        }
      }
      return total <= MAX_BYTES ? out.toByteArray() : null;
    }
  }
}
