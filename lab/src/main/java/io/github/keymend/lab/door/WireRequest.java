package io.github.keymend.lab.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An HTTP request to AWS as far as the lab reads it: it signs nothing and believes the caller it is told. */
public final class WireRequest {
  private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final String method;
  private final String path;
  private final byte[] body;

  /** A POST of {@code body} to {@code /}, as all services but Lambda want it. */
  public WireRequest(Map<String, String> headers, byte[] body) {
    this("/", headers, body);
  }

  /** A POST to {@code path}, still URL-encoded and with its query, with {@code headers}, whose names are case-insensitive. */
  public WireRequest(String path, Map<String, String> headers, byte[] body) {
    this("POST", path, headers, body);
  }

  /** The same by another method. */
  public WireRequest(String method, String path, Map<String, String> headers, byte[] body) {
    this.method = method;
    this.path = path;
    this.headers.putAll(headers);
    this.body = body.clone();
  }

  /** The value of a header. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** POST, or GET of what Lambda and the Scheduler show. */
  public String method() {
    return method;
  }

  /** The path and what follows it, as it was sent. */
  public String path() {
    return path;
  }

  /** The body. */
  public byte[] body() {
    return body.clone();
  }

  /** The body as text. */
  public String text() {
    return new String(body, UTF_8);
  }
}
