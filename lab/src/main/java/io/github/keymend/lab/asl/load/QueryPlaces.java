package io.github.keymend.lab.asl.load;

import io.github.keymend.lab.asl.model.Catcher;
import io.github.keymend.lab.asl.model.ChoiceRule;
import io.github.keymend.lab.asl.model.ChoiceState;
import io.github.keymend.lab.asl.model.Exit;
import io.github.keymend.lab.asl.model.FailState;
import io.github.keymend.lab.asl.model.PassState;
import io.github.keymend.lab.asl.model.State;
import io.github.keymend.lab.asl.model.SucceedState;
import io.github.keymend.lab.asl.model.TaskState;
import io.github.keymend.lab.asl.model.WaitState;
import io.github.keymend.lab.asl.query.Query;
import java.util.Set;

/** Visits every expression of a state, and tells what {@code $states} holds where it stands. */
final class QueryPlaces {
  private static final Set<String> ALWAYS = Set.of("input", "context");
  private static final Set<String> AFTER_SUCCESS = Set.of("input", "context", "result");
  private static final Set<String> IN_CATCH = Set.of("input", "context", "errorOutput");

  /** Is told an expression, the field it stands in, and the roots that {@code $states} has there. */
  interface Visitor {
    void visit(String field, Query query, Set<String> roots);
  }

  private final Visitor visitor;

  private QueryPlaces(Visitor visitor) {
    this.visitor = visitor;
  }

  static void visit(State state, Visitor visitor) {
    new QueryPlaces(visitor).state(state);
  }

  private void state(State state) {
    if (state instanceof TaskState task) {
      task.payload()
          .forEachQuery("Arguments/Payload", (field, query) -> visitor.visit(field, query, ALWAYS));
      exit("", task.exit(), AFTER_SUCCESS);
      for (Catcher catcher : task.catches()) {
        exit("Catch/", catcher.exit(), IN_CATCH);
      }
    } else if (state instanceof ChoiceState choice) {
      for (ChoiceRule rule : choice.rules()) {
        visitor.visit("Condition", rule.condition(), ALWAYS);
        exit("Choices/", rule.exit(), ALWAYS);
      }
      exit("", choice.otherwise(), ALWAYS);
    } else if (state instanceof WaitState wait) {
      wait.seconds().forEachQuery("Seconds", (field, query) -> visitor.visit(field, query, ALWAYS));
      exit("", wait.exit(), ALWAYS);
    } else if (state instanceof PassState pass) {
      exit("", pass.exit(), ALWAYS);
    } else if (state instanceof SucceedState succeed) {
      exit("", succeed.exit(), ALWAYS);
    } else if (state instanceof FailState fail) {
      fail.error()
          .ifPresent(error ->
              error.forEachQuery("Error", (field, query) -> visitor.visit(field, query, ALWAYS)));
      fail.cause()
          .ifPresent(cause ->
              cause.forEachQuery("Cause", (field, query) -> visitor.visit(field, query, ALWAYS)));
    }
  }

  private void exit(String prefix, Exit exit, Set<String> roots) {
    exit.assign()
        .forEach((name, value) -> value.forEachQuery(
            prefix + "Assign/" + name, (field, query) -> visitor.visit(field, query, roots)));
    exit.output()
        .ifPresent(output -> output.forEachQuery(
            prefix + "Output", (field, query) -> visitor.visit(field, query, roots)));
  }
}
