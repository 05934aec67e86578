package io.github.keymend.lab.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An HTTP request to AWS as far as the lab reads it: it signs nothing and believes the caller it is told. */
public final class WireRequest {
  private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final byte[] body;

  /** A request with {@code headers}, whose names are case-insensitive, and {@code body}. */
  public WireRequest(Map<String, String> headers, byte[] body) {
    this.headers.putAll(headers);
    this.body = body.clone();
  }

  /** The value of a header. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** The body as text. */
  public String text() {
    return new String(body, UTF_8);
  }
}
