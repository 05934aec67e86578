package io.github.keymend.lab.stage.fault;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keymend.lab.asl.run.LambdaError;
import io.github.keymend.lab.asl.run.LambdaInvoker;
import io.github.keymend.lab.clock.Timeline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults that wait for invocations. The first rule that matches an invocation is used, and used up by it. */
public final class Invocations implements LambdaInvoker {
  static final ThreadLocal<Invocation> CURRENT = new ThreadLocal<>();
  private final LambdaInvoker functions;
  private final Timeline timeline;
  private final List<Rule> rules = new ArrayList<>();
  private final List<Invocation> faulty = new ArrayList<>();

  /** Around the functions. */
  public Invocations(LambdaInvoker functions, Timeline timeline) {
    this.functions = functions;
    this.timeline = timeline;
  }

  /** The next invocation of {@code function} meets {@code fault}. */
  public void next(String function, InvocationFault fault) {
    nth(function, 1, fault);
  }

  /** The {@code nth} invocation of {@code function} from now, 1 being the next, meets {@code fault}. */
  public void nth(String function, int nth, InvocationFault fault) {
    if (nth < 1) {
      throw new IllegalArgumentException("invocation number " + nth + ": give 1 or more");
    }
    rules.add(new Rule(function, nth, fault));
  }

  /** How many faults have struck: a fault whose point an invocation never came to does not count. */
  public long struck() {
    return faulty.stream().filter(Invocation::hasStruck).count();
  }

  @Override
  public JsonNode invoke(String functionName, JsonNode payload, Instant now) throws LambdaError {
    Optional<InvocationFault> fault = take(functionName);
    if (fault.isEmpty()) {
      return functions.invoke(functionName, payload, now);
    }
    Invocation invocation = new Invocation(fault.get(), timeline);
    faulty.add(invocation);
    return invocation.run(() -> functions.invoke(functionName, payload, now));
  }

  /** Tells the invocation that is running, if it is one that goes wrong, which point it has come to. */
  static void reach(Side side, String call) {
    Invocation current = CURRENT.get();
    if (current != null) {
      current.reach(side, call);
    }
  }

  private Optional<InvocationFault> take(String function) {
    List<Rule> due = rules.stream()
        .filter(rule -> rule.function.equals(function))
        .filter(rule -> --rule.left == 0)
        .toList();
    rules.removeAll(due);
    return due.stream().map(rule -> rule.fault).findFirst();
  }

  private static final class Rule {
    private final String function;
    private int left;
    private final InvocationFault fault;

    private Rule(String function, int left, InvocationFault fault) {
      this.function = function;
      this.left = left;
      this.fault = fault;
    }
  }
}
