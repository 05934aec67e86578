package io.github.keymend.lab.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request in the query protocol: a form with an action, a version and members. */
final class QueryRequest {
  private static final DateTimeFormatter AMZ_DATE =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final Map<String, String> members;
  private final @Nullable Instant sentAt;

  private QueryRequest(Map<String, String> members, @Nullable Instant sentAt) {
    this.members = members;
    this.sentAt = sentAt;
  }

  /**
   * Reads a form.
   *
   * @throws io.github.keymend.lab.service.ServiceError if it is not one
   */
  static QueryRequest of(WireRequest request) {
    return new QueryRequest(
        decode(request.text()),
        request.header("X-Amz-Date").map(QueryRequest::time).orElse(null));
  }

  String action() {
    return text("Action");
  }

  String version() {
    return text("Version");
  }

  /** A member; empty if it is not there. */
  String text(String name) {
    return members.getOrDefault(name, "");
  }

  @Nullable
  String optional(String name) {
    return members.get(name);
  }

  /** The members of a list. */
  List<String> list(String name) {
    List<String> all = new ArrayList<>();
    for (int i = 1; members.containsKey(name + ".member." + i); i++) {
      all.add(text(name + ".member." + i));
    }
    return all;
  }

  /**
   * How far the caller's clock, by which the request was signed, is ahead of {@code now}: the lab's time is virtual, and a
   * time in a request or an answer counts by the caller's clock.
   */
  Duration ahead(Instant now) {
    return sentAt == null ? Duration.ZERO : Duration.between(now, sentAt);
  }

  private static @Nullable Instant time(String header) {
    try {
      return AMZ_DATE.parse(header, Instant::from);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static Map<String, String> decode(String form) {
    var members = new HashMap<String, String>();
    for (String pair : form.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        members.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    return members;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException e) {
      throw WireErrors.malformedForm();
    }
  }
}
