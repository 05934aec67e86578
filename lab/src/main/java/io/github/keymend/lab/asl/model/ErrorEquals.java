package io.github.keymend.lab.asl.model;

import java.util.List;
import java.util.Set;

/**
 * The error names a Retry or Catch is for (Step Functions developer guide, "Handling errors": error names).
 *
 * @param names exact names, or one of the two wildcards
 */
public record ErrorEquals(List<String> names) {
  /** Matches everything but the two errors that end an execution. */
  public static final String ALL = "States.ALL";

  /** Matches everything but a time-out and what nothing can match. */
  public static final String TASK_FAILED = "States.TaskFailed";

  private static final String RUNTIME = "States.Runtime";
  private static final Set<String> TERMINAL = Set.of(RUNTIME, "States.DataLimitExceeded");

  /** Whether an error of that name is meant. */
  public boolean matches(String error) {
    if (error.equals(RUNTIME)) {
      return false;
    }
    return names.contains(error)
        || (names.contains(ALL) && !TERMINAL.contains(error))
        || (names.contains(TASK_FAILED) && !error.equals("States.Timeout"));
  }
}
