package io.github.keymend.lab.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keymend.lab.scenario.Entry;
import io.github.keymend.lab.scenario.Outcome;
import io.github.keymend.lab.scenario.Rehearsal;
import io.github.keymend.lab.scenario.Scenario;
import java.time.Duration;
import java.util.Locale;

/** One incident in JSON, with everything that happened. */
final class JsonTimeline {
  private JsonTimeline() {}

  static ObjectNode of(Scenario scenario, Rehearsal rehearsal, Outcome outcome) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("customKeyStoreId", rehearsal.storeId());
    root.put("storeType", scenario.shape().type().name());
    root.put("store", scenario.shape().label());
    root.put("code", scenario.about());
    root.put("mode", scenario.mode());
    JsonOutcome.into(root, outcome);
    for (Entry entry : rehearsal.story().entries()) {
      ObjectNode line = root.withArray("timeline").addObject();
      line.put("at", entry.at().toString());
      line.put("second", Duration.between(rehearsal.begin(), entry.at()).toSeconds());
      line.put("kind", entry.getClass().getSimpleName().toLowerCase(Locale.ROOT));
      fill(line, entry);
    }
    return root;
  }

  private static void fill(ObjectNode line, Entry entry) {
    if (entry instanceof Entry.Started started) {
      line.put("execution", started.execution()).set("input", started.input());
    } else if (entry instanceof Entry.Entered entered) {
      line.put("execution", entered.execution());
      line.put("state", entered.state()).put("type", entered.type());
    } else if (entry instanceof Entry.Failed failed) {
      line.put("execution", failed.execution());
      line.put("state", failed.state()).put("error", failed.error());
    } else if (entry instanceof Entry.Retried retried) {
      line.put("execution", retried.execution());
      line.put("state", retried.state()).put("pauseSeconds", retried.pause().toSeconds());
    } else if (entry instanceof Entry.Ended ended) {
      line.put("execution", ended.execution()).put("status", ended.status());
    } else if (entry instanceof Entry.Called called) {
      line.put("who", called.who()).put("byKeymend", called.byKeymend());
      line.put("operation", called.operation()).put("detail", called.detail());
      line.put("answer", called.answer());
    } else if (entry instanceof Entry.Changed changed) {
      line.put("state", changed.state()).put("code", changed.errorCode());
    } else if (entry instanceof Entry.Said said) {
      line.put("message", said.kind()).put("thread", said.thread());
      line.put("subject", said.subject()).put("body", said.body());
    } else if (entry instanceof Entry.Rested rested) {
      line.put("reason", rested.reason());
    } else if (entry instanceof Entry.Person person) {
      line.put("what", person.what());
    }
  }
}
