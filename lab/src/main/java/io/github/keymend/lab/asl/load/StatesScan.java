package io.github.keymend.lab.asl.load;

import io.github.keymend.lab.asl.model.AslFile;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks the use of {@code $states}: no result before there is one, no error outside a Catch, no field of the context
 * object that does not exist (Step Functions developer guide, "Accessing execution data from the Context object").
 */
final class StatesScan {
  private static final Set<String> CONTEXT = Stream.of(
          "Execution",
          "Execution.Id",
          "Execution.Input",
          "Execution.Name",
          "Execution.StartTime",
          "State",
          "State.EnteredTime",
          "State.Name",
          "State.RetryCount",
          "StateMachine",
          "StateMachine.Id",
          "StateMachine.Name")
      .map(field -> "context." + field)
      .collect(Collectors.toUnmodifiableSet());

  private StatesScan() {}

  static void scan(AslFile file, Findings findings) {
    file.states()
        .values()
        .forEach(state -> QueryPlaces.visit(state, (field, query, roots) -> {
          for (String path : query.uses().states()) {
            String problem = problem(path, roots);
            if (!problem.isEmpty()) {
              findings.add(state.name(), "'" + field + "': $states." + path + " " + problem);
            }
          }
        }));
  }

  private static String problem(String path, Set<String> roots) {
    if (path.equals("errorOutput") && !roots.contains(path)) {
      return "exists only in a Catch";
    }
    if (path.equals("result") && !roots.contains(path)) {
      return "exists only in the Assign and Output of a Task";
    }
    boolean context = path.equals("context")
        || CONTEXT.contains(path)
        || path.startsWith("context.Execution.Input.");
    return roots.contains(path) || context
        ? ""
        : "is not known; there are " + roots.stream().sorted().toList();
  }
}
