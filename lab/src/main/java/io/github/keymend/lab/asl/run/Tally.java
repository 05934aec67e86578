package io.github.keymend.lab.asl.run;

import java.math.BigDecimal;

/**
 * What an execution has used.
 *
 * @param transitions as AWS bills them: one for every state entered (so the start is counted as the way into the first
 *     state, and the end is free) and one more for every retry (Step Functions pricing: "each time a step of your
 *     workflow is executed … including retries")
 * @param retries those of the transitions that were retries
 * @param events estimate of the history's length: start and end of the execution, entering and leaving of states, three
 *     per attempt of a task, one per failed expression
 */
public record Tally(int transitions, int retries, int events) {
  static final Tally NOTHING = new Tally(0, 0, 0);

  /** What the transitions cost. */
  public BigDecimal cost(Price price) {
    return price.of(transitions);
  }

  Tally entered() {
    return new Tally(transitions + 1, retries, events + 1);
  }

  Tally retried() {
    return new Tally(transitions + 1, retries + 1, events);
  }

  Tally events(int more) {
    return new Tally(transitions, retries, events + more);
  }
}
