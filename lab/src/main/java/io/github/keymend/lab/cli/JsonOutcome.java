package io.github.keymend.lab.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keymend.lab.scenario.Outcome;
import java.util.List;

/** An outcome in JSON; the same fields in every command. */
final class JsonOutcome {
  private JsonOutcome() {}

  static void into(ObjectNode json, Outcome outcome) {
    json.put("end", outcome.end());
    put(json, "rests", outcome.rests());
    json.put("mendedBy", outcome.mendedBy().name());
    json.put("attempts", outcome.attempts());
    put(json, "remedies", outcome.remedies());
    put(json, "acts", outcome.acts());
    put(json, "path", outcome.path());
    put(json, "messages", outcome.messages());
    json.put("threads", outcome.threads());
    json.put("virtualSeconds", outcome.took().toSeconds());
    json.put("kmsSeconds", outcome.kmsTook().toSeconds());
    json.put("executions", outcome.executions());
    json.put("brokenExecutions", outcome.brokenExecutions());
    json.put("transitions", outcome.cost().transitions());
    json.put("lambdaCalls", outcome.cost().lambdaCalls());
    json.put("usd", outcome.cost().usd());
  }

  private static void put(ObjectNode json, String name, List<String> values) {
    ArrayNode array = json.putArray(name);
    values.forEach(array::add);
  }
}
