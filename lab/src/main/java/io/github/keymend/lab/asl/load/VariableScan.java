package io.github.keymend.lab.asl.load;

import io.github.keymend.lab.asl.model.AslFile;
import io.github.keymend.lab.asl.model.Exit;
import io.github.keymend.lab.asl.model.State;
import io.github.keymend.lab.asl.query.Query;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Checks that a variable has been assigned on every way to its use, because AWS would fail the execution there with an
 * undefined value. An expression that asks {@code $exists($x)} may use a variable that is assigned on some ways only.
 */
final class VariableScan {
  private final AslFile file;
  private final Map<String, Set<String>> assignedBefore = new LinkedHashMap<>();

  private VariableScan(AslFile file) {
    this.file = file;
  }

  static void scan(AslFile file, Findings findings) {
    VariableScan scan = new VariableScan(file);
    scan.follow();
    scan.report(findings);
  }

  /** What is assigned before a state is what all ways into it have in common. */
  private void follow() {
    Deque<String> open = new ArrayDeque<>(Set.of(file.startAt()));
    assignedBefore.put(file.startAt(), Set.of());
    while (!open.isEmpty()) {
      String name = open.remove();
      State state = file.states().get(name);
      if (state != null) {
        state.exits().forEach(exit -> pass(name, exit, open));
      }
    }
  }

  private void pass(String from, Exit exit, Deque<String> open) {
    Set<String> after = new HashSet<>(assignedBefore.getOrDefault(from, Set.of()));
    after.addAll(exit.assign().keySet());
    exit.next().ifPresent(next -> {
      Set<String> known = assignedBefore.get(next);
      if (known != null) {
        after.retainAll(known);
      }
      if (!after.equals(known)) {
        assignedBefore.put(next, after);
        open.add(next);
      }
    });
  }

  private void report(Findings findings) {
    Set<String> anywhere = file.states().values().stream()
        .flatMap(State::exits)
        .flatMap(exit -> exit.assign().keySet().stream())
        .collect(Collectors.toCollection(TreeSet::new));
    for (State state : file.states().values()) {
      Set<String> assigned = assignedBefore.getOrDefault(state.name(), anywhere);
      QueryPlaces.visit(state, (field, query, roots) -> {
        for (String problem : problems(query, anywhere, assigned)) {
          findings.add(state.name(), "'" + field + "': " + problem);
        }
      });
    }
  }

  private static List<String> problems(Query query, Set<String> anywhere, Set<String> assigned) {
    List<String> problems = new ArrayList<>();
    for (String call : query.uses().calls()) {
      if (anywhere.contains(call)) {
        problems.add("the function $" + call
            + " is hidden by the variable of that name; rename the variable");
      }
    }
    for (String variable : query.uses().variables()) {
      if (!anywhere.contains(variable) && !Query.isFunction(variable)) {
        problems.add("variable $" + variable + " is assigned nowhere; there are " + anywhere);
      } else if (anywhere.contains(variable)
          && !assigned.contains(variable)
          && !query.uses().guarded().contains(variable)) {
        problems.add("variable $" + variable
            + " is not assigned on every way here; assign it earlier or ask $exists($" + variable
            + ")");
      }
    }
    return problems;
  }
}
