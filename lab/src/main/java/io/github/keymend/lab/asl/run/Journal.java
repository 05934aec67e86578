package io.github.keymend.lab.asl.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;

/** Counts what happens in one execution and tells it on. */
final class Journal {
  private final String arn;
  private final ExecutionListener listener;
  private Tally tally = Tally.NOTHING.events(1);

  Journal(String arn, ExecutionListener listener) {
    this.arn = arn;
    this.listener = listener;
  }

  Tally tally() {
    return tally;
  }

  void entered(Instant at, String state, JsonNode input) {
    tally = tally.entered();
    listener.on(arn, new ExecutionEvent.StateEntered(at, state, input));
  }

  void left(Instant at, String state, JsonNode output) {
    tally = tally.events(1);
    listener.on(arn, new ExecutionEvent.StateLeft(at, state, output));
  }

  /** A task attempt is scheduled, started, and has an end. */
  void attempted() {
    tally = tally.events(3);
  }

  void expressionFailed() {
    tally = tally.events(1);
  }

  void failed(Instant at, String state, StateFailedException failure) {
    listener.on(arn, new ExecutionEvent.StateFailed(at, state, failure.error(), failure.cause()));
  }

  void retrying(Instant at, String state, int retry, Duration pause) {
    listener.on(arn, new ExecutionEvent.StateRetrying(at, state, retry, pause));
  }

  /** The retry itself, which is what is billed. */
  void retried() {
    tally = tally.retried();
  }

  void waiting(Instant at, String state, Duration pause) {
    listener.on(arn, new ExecutionEvent.StateWaiting(at, state, pause));
  }

  void ended(Instant at, ExecutionStatus status) {
    tally = tally.events(1);
    listener.on(arn, new ExecutionEvent.Ended(at, status));
  }
}
