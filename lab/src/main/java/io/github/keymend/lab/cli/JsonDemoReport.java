package io.github.keymend.lab.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keymend.lab.scenario.Missed;
import io.github.keymend.lab.scenario.Outcome;
import io.github.keymend.lab.scenario.Scenario;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;

/** One JSON object for the whole demo. */
final class JsonDemoReport implements DemoReport {
  private final PrintWriter out;
  private final ObjectNode root = JsonNodeFactory.instance.objectNode();
  private boolean allMet = true;

  JsonDemoReport(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void begin(List<Scenario> scenarios) {
    root.put("asExpected", true);
    root.putArray("scenarios");
  }

  @Override
  public void played(Scenario scenario, Outcome outcome, List<Missed> missed) {
    allMet &= missed.isEmpty();
    ObjectNode line = root.withArray("scenarios").addObject();
    line.put("name", scenario.name());
    line.put("storeType", scenario.shape().type().name());
    line.put("store", scenario.shape().label());
    line.put("about", scenario.about());
    line.put("mode", scenario.mode());
    line.put("asExpected", missed.isEmpty());
    JsonOutcome.into(line, outcome);
    ArrayNode list = line.putArray("missed");
    for (Missed each : missed) {
      list.addObject()
          .put("what", each.what())
          .put("expected", each.expected())
          .put("was", each.was());
    }
  }

  @Override
  public void end(Duration realTime) {
    root.put("asExpected", allMet);
    root.put("realSeconds", realTime.toMillis() / 1000.0);
    out.println(root.toPrettyString());
    out.flush();
  }
}
