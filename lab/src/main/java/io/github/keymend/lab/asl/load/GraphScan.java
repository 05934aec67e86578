package io.github.keymend.lab.asl.load;

import io.github.keymend.lab.asl.model.AslFile;
import io.github.keymend.lab.asl.model.FailState;
import io.github.keymend.lab.asl.model.State;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Checks where the arrows lead: to states that exist, to every state, and from every state to an end. */
final class GraphScan {
  private GraphScan() {}

  static void scan(AslFile file, Findings findings) {
    Map<String, State> states = file.states();
    if (!file.startAt().isEmpty() && !states.containsKey(file.startAt())) {
      findings.add(
          "",
          "'StartAt' names '" + file.startAt() + "', which is no state; there are "
              + states.keySet());
    }
    for (State state : states.values()) {
      for (String target : state.targets()) {
        if (!target.isEmpty() && !states.containsKey(target)) {
          findings.add(
              state.name(),
              "leads to '" + target + "', which is no state; there are " + states.keySet());
        }
      }
    }
    Set<String> reached = reached(file);
    Set<String> ending = ending(states);
    for (String name : states.keySet()) {
      if (!reached.contains(name)) {
        findings.add(name, "cannot be reached from '" + file.startAt() + "'");
      }
      if (!ending.contains(name)) {
        findings.add(name, "can never come to an end: no Succeed, Fail or End: true follows");
      }
    }
  }

  private static Set<String> reached(AslFile file) {
    Set<String> reached = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(Set.of(file.startAt()));
    while (!open.isEmpty()) {
      State state = file.states().get(open.remove());
      if (state != null && reached.add(state.name())) {
        open.addAll(state.targets());
      }
    }
    return reached;
  }

  private static Set<String> ending(Map<String, State> states) {
    Set<String> ending = new LinkedHashSet<>();
    while (states.values().stream()
        .anyMatch(state -> ends(state, ending) && ending.add(state.name()))) {
      // Each round adds one state that leads to those found before.
    }
    return ending;
  }

  private static boolean ends(State state, Set<String> ending) {
    return state instanceof FailState
        || state.exits().anyMatch(exit -> exit.next().isEmpty())
        || state.targets().stream().anyMatch(ending::contains);
  }
}
