package io.github.keymend.lab.asl.model;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A workflow: a Standard state machine in JSONata, as read and checked by the loader.
 *
 * @param comment what the file says about itself, possibly empty
 * @param startAt name of the first state
 * @param timeout how long an execution may last; empty means a year (Step Functions quotas)
 * @param states by name, in the order of the file
 */
public record AslFile(
    String comment, String startAt, Optional<Duration> timeout, Map<String, State> states) {
  /**
   * The state of that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public State state(String name) {
    State state = states.get(name);
    if (state == null) {
      throw new IllegalArgumentException("no state '" + name + "'; there are " + states.keySet());
    }
    return state;
  }
}
