package io.github.keymend.lab.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import software.amazon.event.ruler.Machine;

/** A pattern of a rule in the template, matched by EventBridge's own matcher. */
record EventPattern(JsonNode pattern) {

  boolean matches(JsonNode event) {
    try {
      var machine = Machine.builder().build();
      machine.addRule("rule", pattern.toString());
      return !machine.rulesForJSONEvent(event.toString()).isEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException("not a pattern: " + pattern, e);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalArgumentException("cannot match " + event, e);
    }
  }
}
