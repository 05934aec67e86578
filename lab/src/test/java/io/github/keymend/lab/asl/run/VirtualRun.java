package io.github.keymend.lab.asl.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.keymend.lab.asl.load.AslLoader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs a tiny workflow to its end on a clock of its own. */
final class VirtualRun {
  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  static final MachineArn MACHINE =
      new MachineArn("arn:aws:states:eu-central-1:111122223333:stateMachine:keymend-repair");

  /** An answer of the function. */
  interface Answer {
    JsonNode give(JsonNode payload) throws LambdaError;
  }

  private static final ObjectMapper JSON = new ObjectMapper();

  final List<ExecutionEvent> events = new ArrayList<>();
  final List<JsonNode> payloads = new ArrayList<>();
  final List<Duration> pauses = new ArrayList<>();
  final Execution execution;
  Instant now = START;
  private final Deque<Answer> answers = new ArrayDeque<>();

  VirtualRun(String yaml, String input, Answer... answers) {
    this(yaml, input, 1.0, answers);
  }

  VirtualRun(String yaml, String input, double jitter, Answer... answers) {
    this.answers.addAll(List.of(answers));
    ExecutionWorld world = ExecutionWorld.of(clock(), this::invoke)
        .listening((arn, event) -> events.add(event))
        .jittering(() -> jitter);
    execution = new Execution(
        new ExecutionStart(AslLoader.parse(yaml, Map.of()), MACHINE, "run-1", json(input)), world);
  }

  /** Steps until the execution is over, letting the virtual time pass. */
  VirtualRun toEnd() {
    Optional<Duration> pause = execution.step();
    while (pause.isPresent()) {
      if (!pause.get().isZero()) {
        pauses.add(pause.get());
      }
      now = now.plus(pause.get());
      pause = execution.step();
    }
    return this;
  }

  ExecutionStatus status() {
    return execution.status();
  }

  JsonNode output() {
    return ((ExecutionStatus.Succeeded) execution.status()).output();
  }

  ExecutionStatus.Failed failure() {
    return (ExecutionStatus.Failed) execution.status();
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  static Answer returns(String json) {
    return payload -> json(json);
  }

  static Answer fails(LambdaError error) {
    return payload -> {
      throw error;
    };
  }

  static Answer fails(String errorType) {
    return fails(new LambdaError(errorType, "it broke", LambdaErrorKind.THROWN));
  }

  private JsonNode invoke(String function, JsonNode payload, Instant at) throws LambdaError {
    payloads.add(payload);
    Answer answer = answers.size() > 1 ? answers.remove() : answers.element();
    return answer.give(payload);
  }

  private Clock clock() {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return now;
      }
    };
  }
}
