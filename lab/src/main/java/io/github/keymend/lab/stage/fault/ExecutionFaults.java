package io.github.keymend.lab.stage.fault;

import io.github.keymend.lab.asl.run.Execution;
import io.github.keymend.lab.asl.run.ExecutionStatus;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ends that wait for executions in certain states. A rule is used up when it has ended an execution. */
public final class ExecutionFaults {
  private final List<Rule> rules = new ArrayList<>();
  private int struck;

  /** A person stops the execution that is the nth to enter {@code state} from now, before or after that state's work. */
  public void abort(Side side, String state, int nth) {
    rules.add(new Rule(side, state, nth, new ExecutionStatus.Aborted("", "")));
  }

  /** Likewise the execution fails, for a reason of Step Functions' own that no Catch hears. */
  public void fail(Side side, String state, int nth) {
    rules.add(
        new Rule(side, state, nth, new ExecutionStatus.Failed("States.Runtime", "lab: a fault")));
  }

  /** Likewise the execution runs out of its time. */
  public void timeOut(Side side, String state, int nth) {
    rules.add(new Rule(side, state, nth, new ExecutionStatus.TimedOut()));
  }

  /** How many executions were ended. */
  public int struck() {
    return struck;
  }

  /** Does one step of an execution, and ends it where a rule says so. */
  public void step(Execution execution, Runnable step) {
    String state = execution.state();
    if (execution.isBetweenStates()) {
      rules.forEach(rule -> rule.entered(execution, state));
      strike(Side.BEFORE, state, execution);
    }
    if (!execution.status().isEnd()) {
      step.run();
    }
    if (!execution.status().isEnd() && execution.isBetweenStates()) {
      strike(Side.AFTER, state, execution);
    }
  }

  private void strike(Side side, String state, Execution execution) {
    rules.stream()
        .filter(rule -> rule.side == side && rule.state.equals(state) && rule.victim == execution)
        .findFirst()
        .ifPresent(rule -> {
          rules.remove(rule);
          struck++;
          execution.cutShort(rule.end);
        });
  }

  private static final class Rule {
    private final Side side;
    private final String state;
    private int left;
    private final ExecutionStatus end;
    private @Nullable Execution victim;

    private Rule(Side side, String state, int left, ExecutionStatus end) {
      if (left < 1) {
        throw new IllegalArgumentException("entry number " + left + ": give 1 or more");
      }
      this.side = side;
      this.state = state;
      this.left = left;
      this.end = end;
    }

    private void entered(Execution execution, String entered) {
      if (victim == null && state.equals(entered) && --left == 0) {
        victim = execution;
      }
    }
  }
}
