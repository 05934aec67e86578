package io.github.keymend.lab.asl.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;

/** Something that happened in an execution, for a timeline. */
public sealed interface ExecutionEvent {
  /** When, in virtual time. */
  Instant at();

  /** A state begins. */
  record StateEntered(Instant at, String state, JsonNode input) implements ExecutionEvent {}

  /** A state is done; its output goes to the next one. */
  record StateLeft(Instant at, String state, JsonNode output) implements ExecutionEvent {}

  /** A state, or one attempt of it, has failed. */
  record StateFailed(Instant at, String state, String error, String cause)
      implements ExecutionEvent {}

  /** The state will be tried again after a pause; {@code retry} counts from 1. */
  record StateRetrying(Instant at, String state, int retry, Duration pause)
      implements ExecutionEvent {}

  /** A Wait begins to wait. */
  record StateWaiting(Instant at, String state, Duration pause) implements ExecutionEvent {}

  /** The execution is over. */
  record Ended(Instant at, ExecutionStatus status) implements ExecutionEvent {}
}
