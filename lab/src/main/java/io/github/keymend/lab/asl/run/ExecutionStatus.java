package io.github.keymend.lab.asl.run;

import com.fasterxml.jackson.databind.JsonNode;

/** How an execution stands (DescribeExecution, Step Functions API reference). */
public sealed interface ExecutionStatus {
  /** The name that DescribeExecution gives, for example {@code TIMED_OUT}. */
  String name();

  /** Whether it is over. */
  default boolean isEnd() {
    return !(this instanceof Running);
  }

  /** Still going on. */
  record Running() implements ExecutionStatus {
    @Override
    public String name() {
      return "RUNNING";
    }
  }

  /**
   * Came to a Succeed or {@code End: true}.
   *
   * @param output of the last state
   */
  record Succeeded(JsonNode output) implements ExecutionStatus {
    @Override
    public String name() {
      return "SUCCEEDED";
    }
  }

  /**
   * Came to a Fail or to an error that nothing caught.
   *
   * @param error name of the error, may be empty
   * @param cause in words, or what a function reported, may be empty
   */
  record Failed(String error, String cause) implements ExecutionStatus {
    @Override
    public String name() {
      return "FAILED";
    }
  }

  /** Ran longer than the TimeoutSeconds of the workflow. No Catch runs. */
  record TimedOut() implements ExecutionStatus {
    @Override
    public String name() {
      return "TIMED_OUT";
    }
  }

  /**
   * Somebody stopped it. No Catch runs.
   *
   * @param error given by whoever stopped it, may be empty
   * @param cause given by whoever stopped it, may be empty
   */
  record Aborted(String error, String cause) implements ExecutionStatus {
    @Override
    public String name() {
      return "ABORTED";
    }
  }
}
