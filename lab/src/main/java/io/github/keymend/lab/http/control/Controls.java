package io.github.keymend.lab.http.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keymend.lab.http.PacedWorld;
import io.github.keymend.lab.kms.KmsErrors;
import io.github.keymend.lab.kms.StoreView;
import io.github.keymend.lab.service.CallFault;
import io.github.keymend.lab.stage.Lab;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The control path without its transport: a method, a path and a body in, JSON out. */
public final class Controls {
  /** Where it is. */
  public static final String PATH = "/_lab";

  /** The longest advance at once: the sweeps of a month are a few seconds' work. */
  private static final Duration LONGEST = Duration.ofDays(31);

  private final Lab lab;
  private final PacedWorld world;

  /** The control path of a lab in its world. */
  public Controls(Lab lab, PacedWorld world) {
    this.lab = lab;
    this.world = world;
  }

  /**
   * Answers one request.
   *
   * @param method GET or POST
   * @param path below {@link #PATH}, decoded: its segments
   * @param body the members of a POST
   * @throws IllegalArgumentException if the request makes no sense
   * @throws IllegalStateException if it makes none now
   * @throws NotFoundException if there is no such thing
   */
  public JsonNode answer(String method, List<String> path, JsonNode body) {
    if (method.equals("GET")) {
      return world.call(() -> new Sights(lab).see(path, world.speedNow()));
    }
    if (path.equals(List.of("clock"))) {
      return clock(body);
    }
    if (path.equals(List.of("stores"))) {
      var wish = StoreWish.parse(new Arguments(body, "store").required("store"));
      return world.call(() -> new Sights(lab).store(find(wish.grant(lab.kms()))));
    }
    if (path.equals(List.of("backends"))) {
      return world.call(() -> Backing.add(body, lab.kms()));
    }
    if (path.equals(List.of("errors"))) {
      var arguments = new Arguments(body, "operation", "error", "times");
      return world.call(() -> error(arguments));
    }
    if (path.equals(List.of("account"))) {
      return world.call(() -> new AccountControl(lab).set(body));
    }
    if (path.size() == 3 && path.get(0).equals("stores")) {
      return world.call(() -> {
        act(path.get(1), path.get(2), body);
        return new Sights(lab).store(find(path.get(1)));
      });
    }
    throw new NotFoundException(
        "POST goes to /_lab/clock, /_lab/stores, /_lab/backends, /_lab/errors, /_lab/account or"
            + " /_lab/stores/{name or id}/{verb}");
  }

  /** Does {@code verb} to a store; to be called in the world. */
  public void act(String store, String verb, JsonNode request) {
    Verb known = Verb.named(verb.toLowerCase(Locale.ROOT));
    if (known == null) {
      throw new NotFoundException("there is no verb '" + verb + "'; there are "
          + Arrays.stream(Verb.values()).map(Verb::word).toList());
    }
    known.apply(lab.kms(), find(store).id(), request);
  }

  private JsonNode clock(JsonNode body) {
    var arguments = new Arguments(body, "advance", "speed");
    Duration advance = arguments.duration("advance");
    Double speed = arguments.decimal("speed");
    if (advance == null && speed == null) {
      throw new IllegalArgumentException("give 'advance', 'speed' or both");
    }
    if (advance != null && advance.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("'advance' must be 31 days or less at once");
    }
    if (speed != null) {
      world.pace(speed);
    }
    if (advance != null) {
      world.advance(advance);
    }
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    return world.call(
        () -> answer.put("now", lab.timeline().now().toString()).put("speed", world.speedNow()));
  }

  private JsonNode error(Arguments arguments) {
    String operation = arguments.required("operation");
    String error = arguments.required("error");
    int times = arguments.number("times", 1, 1, 1000);
    var answer =
        error.equals("ThrottlingException") ? KmsErrors.throttling() : KmsErrors.named(error);
    lab.kms().callFaults().next(operation, times, CallFault.before(answer));
    return JsonNodeFactory.instance
        .objectNode()
        .put("operation", operation)
        .put("error", error)
        .put("times", times);
  }

  private StoreView find(String nameOrId) {
    List<StoreView> stores = lab.kms().stores();
    return stores.stream()
        .filter(store -> store.id().equals(nameOrId) || store.name().equals(nameOrId))
        .findFirst()
        .orElseThrow(() -> new NotFoundException("there is no store '" + nameOrId + "'; there are "
            + stores.stream().map(StoreView::name).toList()));
  }
}
