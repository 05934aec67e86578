package io.github.keymend.lab.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.event.ruler.Machine;

/** Which of some patterns an event matches, by EventBridge's own matcher. */
public final class EventMatcher {
  /** Enough for all kinds of event in one exploration; who sends others forever does not fill the memory. */
  private static final int MOST_REMEMBERED = 10_000;

  private final Machine machine = Machine.builder().build();
  private final PatternFields fields;
  private final Map<List<JsonNode>, List<String>> remembered = new ConcurrentHashMap<>();

  /**
   * A matcher for patterns by name.
   *
   * @throws IllegalArgumentException if EventBridge would refuse a pattern
   */
  public EventMatcher(Map<String, JsonNode> patterns) {
    patterns.forEach((name, pattern) -> {
      try {
        machine.addRule(name, pattern.toString());
      } catch (IOException e) {
        throw new IllegalArgumentException("not a pattern: " + pattern, e);
      }
    });
    this.fields = PatternFields.of(patterns.values());
  }

  /** The names of the patterns that the event matches, sorted. Two events that agree in every field that a pattern looks at match the same. */
  public List<String> match(JsonNode event) {
    List<JsonNode> seen = fields.of(event);
    List<String> known = remembered.get(seen);
    if (known != null) {
      return known;
    }
    if (remembered.size() >= MOST_REMEMBERED) {
      remembered.clear();
    }
    List<String> found = matched(event);
    remembered.put(seen, found);
    return found;
  }

  private List<String> matched(JsonNode event) {
    try {
      return machine.rulesForJSONEvent(event.toString()).stream().sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot match " + event, e);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalArgumentException("cannot match " + event, e);
    }
  }
}
