package io.github.keymend.lab.asl.load;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keymend.lab.asl.model.AslFile;
import io.github.keymend.lab.asl.model.State;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the file as a whole. */
final class AslReader {
  /** Step Functions quotas: an execution lasts a year at most; tasks and waits 99,999,999 s. */
  static final int LONGEST_SECONDS = 99_999_999;

  private static final int LONGEST_NAME = 80;

  private AslReader() {}

  static AslFile read(ObjectNode machine, Findings findings) {
    Fields fields = new Fields(machine, "", findings);
    fields.allowOnly(
        "a state machine", "QueryLanguage", "StartAt", "States", "TimeoutSeconds", "Version");
    if (!fields.text("QueryLanguage").orElse("JSONPath").equals("JSONata")) {
      fields.refuse("'QueryLanguage' must be JSONata (without the field it is JSONPath)");
    }
    fields
        .text("Version")
        .filter(version -> !version.equals("1.0"))
        .ifPresent(version -> fields.refuse("'Version' must be \"1.0\""));
    return new AslFile(
        fields.text("Comment").orElse(""),
        fields.required("StartAt", "the name of the first state"),
        seconds(fields, "TimeoutSeconds"),
        states(machine, fields, findings));
  }

  static Optional<Duration> seconds(Fields fields, String name) {
    return fields.whole(name, 1, LONGEST_SECONDS).stream()
        .mapToObj(Duration::ofSeconds)
        .findFirst();
  }

  private static Map<String, State> states(ObjectNode machine, Fields fields, Findings findings) {
    Map<String, State> states = new LinkedHashMap<>();
    if (!(machine.get("States") instanceof ObjectNode map) || map.isEmpty()) {
      fields.refuse("'States' must be a mapping with at least one state");
      return states;
    }
    map.properties().forEach(entry -> {
      String name = entry.getKey();
      if (name.length() > LONGEST_NAME) {
        findings.add(name, "the name is longer than " + LONGEST_NAME + " characters");
      }
      if (entry.getValue() instanceof ObjectNode state) {
        StateReader.read(name, new Fields(state, name, findings))
            .ifPresent(read -> states.put(name, read));
      } else {
        findings.add(name, "must be a mapping with a Type");
      }
    });
    return states;
  }
}
