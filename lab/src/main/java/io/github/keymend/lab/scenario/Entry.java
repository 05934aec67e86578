package io.github.keymend.lab.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that happened, for the timeline. */
public sealed interface Entry {
  /** When, in virtual time. */
  Instant at();

  /** A repair started. */
  record Started(Instant at, String execution, JsonNode input) implements Entry {}

  /**
   * A repair came to a state of the workflow.
   *
   * @param type {@code Task}, {@code Choice}, {@code Wait}, {@code Succeed} or {@code Fail}
   */
  record Entered(Instant at, String execution, String state, String type) implements Entry {}

  /** A state, or one attempt of it, failed. */
  record Failed(Instant at, String execution, String state, String error) implements Entry {}

  /** A state is tried again after a pause. */
  record Retried(Instant at, String execution, String state, Duration pause) implements Entry {}

  /** A repair was over. */
  record Ended(Instant at, String execution, String status) implements Entry {}

  /**
   * A call on an AWS service.
   *
   * @param who the function's role or the user's name
   * @param byKeymend whether keymend made it
   * @param detail what is to change, no values
   * @param answer {@code accepted}, the name of the error, or {@code lost}
   */
  record Called(
      Instant at, String who, boolean byKeymend, String operation, String detail, String answer)
      implements Entry {}

  /** The store truly went into a state. */
  record Changed(Instant at, String state, @Nullable String errorCode) implements Entry {}

  /** A message went out. */
  record Said(Instant at, String kind, String thread, String subject, String body)
      implements Entry {}

  /** keymend parked the incident. */
  record Rested(Instant at, String reason) implements Entry {}

  /** A person did something that is no call on KMS: a command, a mended cause, a new secret. */
  record Person(Instant at, String what) implements Entry {}
}
