package io.github.keymend.lab.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;

/** An HTTP response of simulated AWS. */
public final class WireResponse {
  private final int status;
  private final Map<String, String> headers;
  private final byte[] body;

  /** A response with a text as its body. */
  public WireResponse(int status, Map<String, String> headers, String body) {
    this.status = status;
    this.headers = Map.copyOf(headers);
    this.body = body.getBytes(UTF_8);
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The headers, content type and request id among them. */
  public Map<String, String> headers() {
    return headers;
  }

  /** The body's bytes. */
  public byte[] body() {
    return body.clone();
  }
}
