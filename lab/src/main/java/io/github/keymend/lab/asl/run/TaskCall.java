package io.github.keymend.lab.asl.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keymend.lab.asl.model.TaskState;
import io.github.keymend.lab.asl.query.Scope;
import java.time.Duration;
import java.time.Instant;

/** One attempt of a task: one call of a function. */
final class TaskCall {
  private static final int OK = 200;

  private final TaskState task;
  private final ExecutionWorld world;
  private final Journal journal;
  private Duration took = Duration.ZERO;
  private Instant endedAt = Instant.MIN;

  TaskCall(TaskState task, ExecutionWorld world, Journal journal) {
    this.task = task;
    this.world = world;
    this.journal = journal;
  }

  /** Makes the call and gives what {@code $states.result} holds after it. */
  JsonNode make(Scope scope, Instant now) {
    JsonNode payload = task.payload().evaluate(scope, "Arguments/Payload");
    Limits.payload(payload, "the Arguments of the state '" + task.name() + "'");
    journal.attempted();
    try {
      JsonNode answer = world.lambdas().invoke(task.function(), payload, now);
      endsAfter(Duration.ZERO, now);
      return Limits.payload(result(answer), "the result of the state '" + task.name() + "'");
    } catch (LambdaError e) {
      endsAfter(e.took(), now);
      throw new StateFailedException(e.errorType(), e.cause(), took);
    }
  }

  /** How long the call lasted beyond what the clock has moved. */
  Duration took() {
    return took;
  }

  Instant endedAt() {
    return endedAt;
  }

  private void endsAfter(Duration told, Instant now) {
    Duration moved = Duration.between(now, world.clock().instant());
    took = told.compareTo(moved) > 0 ? told : moved;
    if (took.compareTo(task.timeout()) >= 0) {
      throw new StateFailedException("States.Timeout", "", task.timeout());
    }
    endedAt = now.plus(took);
  }

  private static ObjectNode result(JsonNode answer) {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    result.put("ExecutedVersion", "$LATEST");
    result.set("Payload", answer);
    return result.put("StatusCode", OK);
  }
}
