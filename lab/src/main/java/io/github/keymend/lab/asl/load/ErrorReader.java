package io.github.keymend.lab.asl.load;

import io.github.keymend.lab.asl.model.Catcher;
import io.github.keymend.lab.asl.model.ErrorEquals;
import io.github.keymend.lab.asl.model.Retrier;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the entries of Retry and Catch. */
final class ErrorReader {
  /** What a Lambda task in JSONata can report under the reserved prefix, and the two wildcards. */
  private static final Set<String> RESERVED = Set.of(
      ErrorEquals.ALL,
      ErrorEquals.TASK_FAILED,
      "States.Timeout",
      "States.Permissions",
      "States.DataLimitExceeded",
      "States.QueryEvaluationError");

  private static final int DEFAULT_INTERVAL = 1;
  private static final int DEFAULT_ATTEMPTS = 3;
  private static final double DEFAULT_BACKOFF = 2.0;

  /** MaxDelaySeconds must be less than 31,622,400 (Amazon States Language, "Retrying after an error"). */
  private static final int LONGEST_DELAY = 31_622_399;

  private ErrorReader() {}

  static Retrier retrier(Fields fields) {
    fields.allowOnly(
        "a Retry",
        "ErrorEquals",
        "IntervalSeconds",
        "MaxAttempts",
        "BackoffRate",
        "MaxDelaySeconds",
        "JitterStrategy");
    int interval =
        fields.whole("IntervalSeconds", 1, AslReader.LONGEST_SECONDS).orElse(DEFAULT_INTERVAL);
    Optional<Duration> maxDelay = fields.whole("MaxDelaySeconds", 1, LONGEST_DELAY).stream()
        .mapToObj(Duration::ofSeconds)
        .findFirst();
    if (maxDelay.isPresent() && maxDelay.get().toSeconds() <= interval) {
      fields.refuse("'MaxDelaySeconds' must be greater than IntervalSeconds, which is " + interval);
    }
    String jitter = fields.text("JitterStrategy").orElse("NONE");
    if (!Set.of("FULL", "NONE").contains(jitter)) {
      fields.refuse("'JitterStrategy' must be FULL or NONE, but is " + jitter);
    }
    return new Retrier(
        errors("Retry", fields),
        Duration.ofSeconds(interval),
        fields.whole("MaxAttempts", 0, AslReader.LONGEST_SECONDS).orElse(DEFAULT_ATTEMPTS),
        fields.number("BackoffRate", 1).orElse(DEFAULT_BACKOFF),
        maxDelay,
        jitter.equals("FULL"));
  }

  static Catcher catcher(Fields fields) {
    fields.allowOnly("a Catch", "ErrorEquals", "Next", "Assign", "Output");
    return new Catcher(errors("Catch", fields), StateReader.branch(fields));
  }

  /** States.ALL has to come last, or what follows it would never be asked. */
  static void checkOrder(String field, List<ErrorEquals> entries, Fields fields) {
    for (int i = 0; i < entries.size() - 1; i++) {
      if (entries.get(i).names().contains(ErrorEquals.ALL)) {
        fields.refuse("'" + field + "': States.ALL must be in the last entry");
      }
    }
  }

  private static ErrorEquals errors(String field, Fields fields) {
    List<String> names = fields.texts("ErrorEquals");
    if (names.contains(ErrorEquals.ALL) && names.size() > 1) {
      fields.refuse("'" + field + "': States.ALL must stand alone in its ErrorEquals");
    }
    names.stream()
        .filter(name -> name.startsWith("States.") && !RESERVED.contains(name))
        .forEach(name -> fields.refuse(
            "'" + field + "': error '" + name + "' cannot be handled here; reserved names are "
                + RESERVED.stream().sorted().toList()));
    return new ErrorEquals(List.copyOf(names));
  }
}
