package io.github.keymend.lab.explore.history;

import java.time.Duration;

/** What goes wrong with invocations and executions. */
public sealed interface Mishap extends Action {
  /**
   * Something happens in the middle of an invocation that is to come.
   *
   * @param spot where
   * @param then what
   */
  record Meanwhile(Spot spot, Action then) implements Mishap {}

  /** The invocation's process dies here. Only {@link Meanwhile}. */
  record Dies() implements Mishap {}

  /**
   * The invocation waits here, and the world goes on. Only {@link Meanwhile}.
   *
   * @param time how long
   */
  record Stalls(Duration time) implements Mishap {}

  /**
   * The workflow gives the invocation up here, and may retry; the invocation goes on later. Only {@link Meanwhile}.
   *
   * @param time how much later
   */
  record Outlives(Duration time) implements Mishap {}

  /** The call to the outside, at which this happens, does not answer. Only {@link Meanwhile}. */
  record PortFails() implements Mishap {}

  /**
   * The running executions of the store end.
   *
   * @param how in which way
   */
  record EndsExecutions(Ending how) implements Mishap {}

  /** How an execution can be made to end. */
  enum Ending {
    /** A person aborts it. */
    ABORTED,
    /** It fails. */
    FAILED,
    /** Its time is over. */
    TIMED_OUT
  }
}
