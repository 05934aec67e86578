package io.github.keymend.lab.asl.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keymend.lab.asl.model.ChoiceRule;
import io.github.keymend.lab.asl.model.ChoiceState;
import io.github.keymend.lab.asl.model.Exit;
import io.github.keymend.lab.asl.model.FailState;
import io.github.keymend.lab.asl.model.PassState;
import io.github.keymend.lab.asl.model.State;
import io.github.keymend.lab.asl.model.SucceedState;
import io.github.keymend.lab.asl.model.TaskState;
import io.github.keymend.lab.asl.model.WaitState;
import io.github.keymend.lab.asl.query.QueryEvaluationException;
import io.github.keymend.lab.asl.query.Scope;
import io.github.keymend.lab.asl.query.Timestamps;
import io.github.keymend.lab.asl.query.Variables;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The stay of one execution in one state, from entering to leaving. */
final class Visit {
  private final State state;
  private final JsonNode input;
  private final Variables variables;
  private final ExecutionWorld world;
  private final Journal journal;
  private final ObjectNode context;
  private final int enteredEvent;
  private final Retries retries;
  private boolean waited;
  private boolean retrying;

  Visit(
      State state,
      JsonNode input,
      Variables variables,
      ObjectNode execution,
      Instant now,
      ExecutionWorld world,
      Journal journal) {
    this.state = state;
    this.input = input;
    this.variables = variables;
    this.world = world;
    this.journal = journal;
    this.retries = new Retries(state instanceof TaskState task ? task.retry() : List.of());
    this.context = execution;
    context
        .putObject("State")
        .put("Name", state.name())
        .put("EnteredTime", Timestamps.format(now))
        .put("RetryCount", 0);
    journal.entered(now, state.name(), input);
    this.enteredEvent = journal.tally().events();
  }

  /** Works until something has to wait or the state is done. */
  Move work(Instant now) {
    if (retrying) {
      journal.retried();
    }
    Scope scope = Scope.of(input, context, variables, now, world.uuids());
    try {
      return attempt(scope, now);
    } catch (StateFailedException failure) {
      Duration moved = Duration.between(now, world.clock().instant());
      Duration after = failure.after().compareTo(moved) > 0 ? failure.after() : moved;
      return afterFailure(failure, scope, now.plus(after), after);
    }
  }

  private Move attempt(Scope scope, Instant now) {
    try {
      if (state instanceof TaskState task) {
        TaskCall call = new TaskCall(task, world, journal);
        JsonNode result = call.make(scope, now);
        return leave(
            task.exit(),
            scope.with("result", result, call.endedAt()),
            result,
            call.endedAt(),
            call.took());
      } else if (state instanceof ChoiceState choice) {
        return leave(choose(choice, scope), scope, input, now, Duration.ZERO);
      } else if (state instanceof WaitState wait) {
        return waited
            ? leave(wait.exit(), scope, input, now, Duration.ZERO)
            : pause(wait, scope, now);
      } else if (state instanceof PassState pass) {
        return leave(pass.exit(), scope, input, now, Duration.ZERO);
      } else if (state instanceof SucceedState succeed) {
        return leave(succeed.exit(), scope, input, now, Duration.ZERO);
      }
      FailState fail = (FailState) state;
      String error = Expect.text(fail.error(), "Error", scope);
      String cause = Expect.text(fail.cause(), "Cause", scope);
      return new Move.End(Duration.ZERO, new ExecutionStatus.Failed(error, cause));
    } catch (QueryEvaluationException e) {
      throw failed(e);
    }
  }

  private static Exit choose(ChoiceState choice, Scope scope) {
    for (int i = 0; i < choice.rules().size(); i++) {
      ChoiceRule rule = choice.rules().get(i);
      if (Expect.condition(rule, i, scope)) {
        return rule.exit();
      }
    }
    return choice.otherwise();
  }

  private Move pause(WaitState wait, Scope scope, Instant now) {
    Duration pause = Expect.seconds(wait.seconds(), scope);
    waited = true;
    journal.waiting(now, state.name(), pause);
    return new Move.Pause(pause);
  }

  /** Assign and Output both see the variables as they were when the state was entered. */
  private Move leave(Exit exit, Scope scope, JsonNode defaultOutput, Instant at, Duration took) {
    Map<String, JsonNode> assigned = new LinkedHashMap<>();
    exit.assign()
        .forEach((name, value) -> assigned.put(name, value.evaluate(scope, "Assign/" + name)));
    JsonNode output =
        exit.output().map(template -> template.evaluate(scope, "Output")).orElse(defaultOutput);
    Limits.payload(output, "the output of the state '" + state.name() + "'");
    Variables after = variables.with(assigned);
    Limits.variables(assigned, after.values());
    journal.left(at, state.name(), output);
    return exit.next()
        .<Move>map(next -> new Move.Onward(took, next, output, after))
        .orElseGet(() -> new Move.End(took, new ExecutionStatus.Succeeded(output)));
  }

  private Move afterFailure(StateFailedException failure, Scope scope, Instant at, Duration after) {
    journal.failed(at, state.name(), failure);
    if (state instanceof TaskState task) {
      var pause = retries.pause(failure.error(), world.jitter());
      if (pause.isPresent()) {
        retrying = true;
        context.withObject("/State").put("RetryCount", retries.made());
        journal.retrying(at, state.name(), retries.made(), pause.get());
        return new Move.Pause(after.plus(pause.get()));
      }
      ObjectNode error = JsonNodeFactory.instance.objectNode();
      error.put("Error", failure.error()).put("Cause", failure.cause());
      for (var catcher : task.catches()) {
        if (catcher.errors().matches(failure.error())) {
          return caught(catcher.exit(), scope.with("errorOutput", error, at), error, at, after);
        }
      }
    }
    return new Move.End(after, new ExecutionStatus.Failed(failure.error(), failure.cause()));
  }

  /** What fails inside a Catch cannot be caught any more. */
  private Move caught(Exit exit, Scope scope, JsonNode error, Instant at, Duration after) {
    try {
      return leave(exit, scope, error, at, after);
    } catch (QueryEvaluationException e) {
      StateFailedException failure = failed(e);
      journal.failed(at, state.name(), failure);
      return new Move.End(after, new ExecutionStatus.Failed(failure.error(), failure.cause()));
    } catch (StateFailedException failure) {
      journal.failed(at, state.name(), failure);
      return new Move.End(after, new ExecutionStatus.Failed(failure.error(), failure.cause()));
    }
  }

  private StateFailedException failed(QueryEvaluationException e) {
    journal.expressionFailed();
    String where = "An error occurred while executing the state '" + state.name()
        + "' (entered at the event id #" + enteredEvent + "). ";
    return new StateFailedException("States.QueryEvaluationError", where + e.getMessage());
  }
}
