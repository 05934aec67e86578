package io.github.keymend.lab.http.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.github.keymend.lab.stage.Lab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What happens in a lab without anybody's doing: the stores it starts with, and acts of the control path, each some virtual
 * time after the start. A YAML or JSON file:
 *
 * <pre>{@code
 * stores: ["payments:hsm", "archive:xks:FAILED:XKS_PROXY_TIMED_OUT"]
 * acts:
 *   - { after: 10m, store: payments, do: fail, code: NETWORK_ERRORS }
 *   - { after: 40m, store: payments, do: fix }
 * }</pre>
 *
 * @param stores the stores
 * @param acts the acts, in the order of the file
 */
public record Scenario(List<StoreWish> stores, List<Act> acts) {
  /** Nothing happens. */
  public static final Scenario NONE = new Scenario(List.of(), List.of());

  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  /** Keeps copies. */
  public Scenario {
    stores = List.copyOf(stores);
    acts = List.copyOf(acts);
  }

  /**
   * One act.
   *
   * @param after how long after the start
   * @param store the store's name or id
   * @param verb one of {@link Verb}
   * @param request the members that the verb wants
   */
  public record Act(Duration after, String store, String verb, JsonNode request) {}

  /**
   * Reads a file.
   *
   * @throws IOException if it cannot be read
   * @throws IllegalArgumentException if it is no scenario
   */
  public static Scenario read(Path file) throws IOException {
    JsonNode root = YAML.readTree(Files.readString(file));
    new Arguments(root, "stores", "acts");
    List<StoreWish> stores = new ArrayList<>();
    root.path("stores").forEach(each -> stores.add(StoreWish.parse(each.asText())));
    List<Act> acts = new ArrayList<>();
    root.path("acts").forEach(each -> acts.add(act(each)));
    return new Scenario(stores, acts);
  }

  private static Act act(JsonNode node) {
    if (!(node instanceof ObjectNode given)) {
      throw new IllegalArgumentException("each of 'acts' must be an object");
    }
    ObjectNode request = given.deepCopy();
    String after = request.path("after").asText("0s");
    String store = request.path("store").asText();
    String verb = request.path("do").asText();
    request.remove(List.of("after", "store", "do"));
    if (Verb.named(verb) == null) {
      throw new IllegalArgumentException(
          "an act's 'do' must be a verb such as fail, not '" + verb + "'");
    }
    return new Act(Arguments.duration("after", after), store, verb, request);
  }

  /** Puts the acts on the timeline of {@code lab}. */
  public void schedule(Lab lab, Controls controls) {
    acts.forEach(act -> lab.timeline()
        .after(act.after(), () -> controls.act(act.store(), act.verb(), act.request())));
  }
}
