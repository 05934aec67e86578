package io.github.keymend.lab.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keymend.lab.door.WireRequest;
import io.github.keymend.lab.door.WireResponse;
import io.github.keymend.lab.http.control.StoreWish;
import io.github.keymend.lab.service.Caller;
import io.github.keymend.lab.stage.Lab;
import io.github.keymend.lab.stage.LabSettings;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One recorded session, played through the HTTP door and through the one in this process: the same answers. */
class SameAnswersTest extends ServerTest {
  private final Lab twin = ServedLab.of(
      LabSettings.repairing(),
      List.of(StoreWish.parse("payments:hsm"), StoreWish.parse("archive:xks")));

  @Test
  void both_doors_give_the_same_answer_to_the_same_request() throws IOException {
    lab.startSweeping();
    twin.startSweeping();
    int played = 0;
    for (String line : session()) {
      String[] parts = line.split(" ", 2);
      if (parts[0].equals("minutes")) {
        minutes(Integer.parseInt(parts[1]));
        twin.run(Duration.ofMinutes(Integer.parseInt(parts[1])));
      } else {
        assertThat(overHttp(parts[0], parts[1])).as(line).isEqualTo(inProcess(parts[0], parts[1]));
        played++;
      }
    }
    assertThat(played).isGreaterThan(30);
    assertThat(twin.aws().sns().published()).isNotEmpty();
  }

  private Map<String, String> overHttp(String target, String body) {
    HttpResponse<String> answer = post(path(target), target, body);
    Map<String, String> seen = new HashMap<>();
    seen.put("status", Integer.toString(answer.statusCode()));
    seen.put("body", answer.body());
    answer.headers().map().forEach((name, values) -> seen.put(name, values.get(0)));
    seen.keySet().removeAll(List.of("date", "content-length"));
    return seen;
  }

  private Map<String, String> inProcess(String target, String body) {
    Map<String, String> headers = Map.of("X-Amz-Target", target, "Authorization", AUTHORIZATION);
    WireResponse answer = twin.aws()
        .router()
        .route(Caller.user("alice"), new WireRequest(path(target), headers, body.getBytes(UTF_8)));
    Map<String, String> seen = new HashMap<>();
    seen.put("status", Integer.toString(answer.status()));
    seen.put("body", new String(answer.body(), UTF_8));
    answer
        .headers()
        .forEach((name, value) -> seen.put(name.toLowerCase(java.util.Locale.ROOT), value));
    return seen;
  }

  private static String path(String target) {
    return target.startsWith("/") ? target : "/";
  }

  private static List<String> session() throws IOException {
    try (InputStream in = SameAnswersTest.class.getResourceAsStream("session.txt")) {
      return new String(java.util.Objects.requireNonNull(in).readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    }
  }
}
