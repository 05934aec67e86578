package io.github.keymend.lab.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The faults that wait for calls of one service. The first rule that matches a call is used, and used up by it. */
public final class CallFaults {
  private final List<Rule> rules = new ArrayList<>();

  /** The next call of {@code operation}, by whomever, meets {@code fault}. */
  public void next(String operation, CallFault fault) {
    next(operation, 1, fault);
  }

  /** The next {@code times} calls of {@code operation}, by whomever, meet {@code fault}. */
  public void next(String operation, int times, CallFault fault) {
    next(operation, times, caller -> true, fault);
  }

  /** The next {@code times} calls of {@code operation} by a caller that {@code who} accepts meet {@code fault}. */
  public void next(String operation, int times, Predicate<Caller> who, CallFault fault) {
    if (times < 1) {
      throw new IllegalArgumentException(
          "a fault for " + times + " calls of " + operation + ": give 1 or more");
    }
    rules.add(new Rule(operation, times, who, fault));
  }

  /** Every call of {@code operation} by a caller that {@code who} accepts meets {@code fault}, until {@link #clear}. */
  public void always(String operation, Predicate<Caller> who, CallFault fault) {
    next(operation, Integer.MAX_VALUE, who, fault);
  }

  /** Forgets all faults that wait for {@code operation}. */
  public void clear(String operation) {
    rules.removeIf(rule -> rule.operation.equals(operation));
  }

  /** The fault that this call meets, if any. */
  Optional<CallFault> take(String operation, Caller caller) {
    Optional<Rule> match = rules.stream()
        .filter(rule -> rule.operation.equals(operation) && rule.who.test(caller))
        .findFirst();
    match.filter(Rule::usedUp).ifPresent(rules::remove);
    return match.map(rule -> rule.fault);
  }

  private static final class Rule {
    private final String operation;
    private int left;
    private final Predicate<Caller> who;
    private final CallFault fault;

    private Rule(String operation, int left, Predicate<Caller> who, CallFault fault) {
      this.operation = operation;
      this.left = left;
      this.who = who;
      this.fault = fault;
    }

    private boolean usedUp() {
      return left != Integer.MAX_VALUE && --left == 0;
    }
  }
}
