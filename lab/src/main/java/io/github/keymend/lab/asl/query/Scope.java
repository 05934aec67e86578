package io.github.keymend.lab.asl.query;

import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What an expression can see: {@code $states}, the variables, the virtual time. */
public final class Scope {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Jsonata.JFunction PARSE =
      new Jsonata.JFunction((input, arguments) -> parse(arguments), "<s:x>");

  private final Map<String, JsonNode> states;
  private @Nullable Map<String, Object> engineStates;
  private final Variables variables;
  private final Instant now;
  private final Supplier<String> uuids;

  private Scope(
      Map<String, JsonNode> states, Variables variables, Instant now, Supplier<String> uuids) {
    this.states = states;
    this.variables = variables;
    this.now = now;
    this.uuids = uuids;
  }

  /** A scope with {@code $states.input} and {@code $states.context}. */
  public static Scope of(
      JsonNode input, JsonNode context, Variables variables, Instant now, Supplier<String> uuids) {
    Map<String, JsonNode> states = new LinkedHashMap<>();
    states.put("input", input);
    states.put("context", context);
    return new Scope(states, variables, now, uuids);
  }

  /** The same scope at another time with one more field under {@code $states}: result or errorOutput. */
  public Scope with(String name, JsonNode value, Instant at) {
    Map<String, JsonNode> more = new LinkedHashMap<>(states);
    more.put(name, value);
    return new Scope(more, variables, at, uuids);
  }

  /** The value of a variable, or of the field of {@code $states} that the first step names; null where there is none. */
  @Nullable
  JsonNode root(String name, List<String> steps) {
    if (name.equals("states")) {
      return steps.isEmpty() ? null : states.get(steps.get(0));
    }
    return variables.values().get(name);
  }

  /** What an expression with these uses sees, and these names in it; what it does not use is not bound, because most use little. */
  Jsonata.Frame frame(Jsonata engine, QueryUses uses, Set<String> named) {
    Jsonata.Frame frame = engine.createFrame();
    if (!uses.states().isEmpty() || !uses.problems().isEmpty()) {
      frame.bind("states", engineStates());
    }
    if (!uses.calls().isEmpty() || uses.variables().stream().anyMatch(Query::isFunction)) {
      bindFunctions(frame);
    }
    variables.bindTo(frame, named);
    return frame;
  }

  /** Translated when first asked for. */
  private Map<String, Object> engineStates() {
    Map<String, Object> translated = engineStates;
    if (translated == null) {
      translated = new LinkedHashMap<>();
      for (var entry : states.entrySet()) {
        translated.put(entry.getKey(), JsonataValues.toJsonata(entry.getValue()));
      }
      engineStates = translated;
    }
    return translated;
  }

  private void bindFunctions(Jsonata.Frame frame) {
    frame.bind("now", (Jsonata.Fn0<Object>) () -> Timestamps.format(now));
    frame.bind("millis", (Jsonata.Fn0<Object>) now::toEpochMilli);
    frame.bind("uuid", (Jsonata.Fn0<Object>) uuids::get);
    frame.bind("parse", PARSE);
  }

  private static Object parse(List<?> arguments) throws JsonProcessingException {
    return JsonataValues.toJsonata(JSON.readTree(Objects.toString(arguments.get(0))));
  }
}
