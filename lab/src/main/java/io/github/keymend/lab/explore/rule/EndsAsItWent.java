package io.github.keymend.lab.explore.rule;

import io.github.keymend.domain.message.Message;
import io.github.keymend.lab.explore.stage.Remembered;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The way of the workflow: an execution that succeeds has tried to tell what it wrote; one that met an error fails,
 * because the alarm on failed executions is the last net.
 */
public final class EndsAsItWent extends Rule {
  private static final Set<String> ERRORS = Set.of("Park after an error", "Tell of the error");
  private final Set<String> erred = new HashSet<>();
  private final Map<String, Set<String>> untold = new HashMap<>();

  /** For one history. */
  public EndsAsItWent() {
    super("12 ends as it went");
  }

  @Override
  public void remembered(Remembered change) {
    String execution = change.invocation().execution().orElse("");
    // What an invocation writes that was given up, nobody waits for.
    if (execution.isEmpty() || change.invocation().function().equals("OpenFunction")) {
      return;
    }
    Set<String> mine = untold.computeIfAbsent(execution, any -> new HashSet<>());
    for (Message message : change.after().outbox()) {
      if (!change.before().outbox().contains(message)) {
        mine.add(message.id());
      }
    }
  }

  @Override
  public void entered(String execution, String state) {
    if (state.startsWith("Tell ")) {
      untold.remove(execution);
    }
    if (ERRORS.contains(state)) {
      erred.add(execution);
    }
  }

  @Override
  public void ended(String execution, String status) {
    if (!status.equals("SUCCEEDED")) {
      return;
    }
    if (erred.contains(execution)) {
      broken("an execution met an error and succeeded: " + execution);
    }
    if (!untold.getOrDefault(execution, Set.of()).isEmpty()) {
      broken("an execution succeeded without trying to tell what it wrote: " + execution);
    }
  }
}
