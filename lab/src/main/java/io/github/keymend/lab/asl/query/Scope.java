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
import java.util.function.Supplier;

/** What an expression can see: {@code $states}, the variables, the virtual time. */
public final class Scope {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, Object> states;
  private final Variables variables;
  private final Instant now;
  private final Supplier<String> uuids;

  private Scope(
      Map<String, Object> states, Variables variables, Instant now, Supplier<String> uuids) {
    this.states = states;
    this.variables = variables;
    this.now = now;
    this.uuids = uuids;
  }

  /** A scope with {@code $states.input} and {@code $states.context}. */
  public static Scope of(
      JsonNode input, JsonNode context, Variables variables, Instant now, Supplier<String> uuids) {
    Map<String, Object> states = new LinkedHashMap<>();
    states.put("input", JsonataValues.toJsonata(input));
    states.put("context", JsonataValues.toJsonata(context));
    return new Scope(states, variables, now, uuids);
  }

  /** The same scope at another time with one more field under {@code $states}: result or errorOutput. */
  public Scope with(String name, JsonNode value, Instant at) {
    Map<String, Object> more = new LinkedHashMap<>(states);
    more.put(name, JsonataValues.toJsonata(value));
    return new Scope(more, variables, at, uuids);
  }

  Jsonata.Frame frame(Jsonata engine) {
    Jsonata.Frame frame = engine.createFrame();
    frame.bind("states", states);
    frame.bind("now", (Jsonata.Fn0<Object>) () -> Timestamps.format(now));
    frame.bind("millis", (Jsonata.Fn0<Object>) now::toEpochMilli);
    frame.bind("uuid", (Jsonata.Fn0<Object>) uuids::get);
    frame.bind("parse", new Jsonata.JFunction((input, arguments) -> parse(arguments), "<s:x>"));
    variables.bindTo(frame);
    return frame;
  }

  private static Object parse(List<?> arguments) throws JsonProcessingException {
    return JsonataValues.toJsonata(JSON.readTree(Objects.toString(arguments.get(0))));
  }
}
