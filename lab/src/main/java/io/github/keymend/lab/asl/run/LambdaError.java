package io.github.keymend.lab.asl.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** A call of a Lambda function has failed, told as Lambda tells it to Step Functions. */
public final class LambdaError extends Exception {
  private final String errorType;
  private final String errorMessage;
  private final LambdaErrorKind kind;
  private final transient List<String> stack;
  private final Duration took;

  /**
   * A failure.
   *
   * @param errorType becomes the Error of the state
   * @param errorMessage becomes part of its Cause
   */
  public LambdaError(String errorType, String errorMessage, LambdaErrorKind kind) {
    this(errorType, errorMessage, kind, List.of(), Duration.ZERO);
  }

  private LambdaError(
      String errorType,
      String errorMessage,
      LambdaErrorKind kind,
      List<String> stack,
      Duration took) {
    super(errorType + ": " + errorMessage);
    this.errorType = errorType;
    this.errorMessage = errorMessage;
    this.kind = kind;
    this.stack = stack;
    this.took = took;
  }

  /** An exception that left a handler: its type is the binary class name, chained causes are lost (Java runtime). */
  public static LambdaError thrown(Throwable exception) {
    String name = exception.getClass().getName();
    String message = exception.getLocalizedMessage();
    LambdaError error = new LambdaError(
        name,
        message == null ? name : message,
        LambdaErrorKind.THROWN,
        Arrays.stream(exception.getStackTrace())
            .map(StackTraceElement::toString)
            .toList(),
        Duration.ZERO);
    error.initCause(exception);
    return error;
  }

  /** The function ran for the whole of its time-out. */
  public static LambdaError timedOut(Duration timeout) {
    String message = "Error: Task timed out after " + timeout.toSeconds() + ".00 seconds";
    return new LambdaError("Sandbox.Timedout", message, LambdaErrorKind.SANDBOX).after(timeout);
  }

  /** The process of the function died. */
  public static LambdaError crashed() {
    return new LambdaError(
        "Runtime.ExitError", "Error: Runtime exited with error", LambdaErrorKind.SANDBOX);
  }

  /** Lambda had no capacity left for the function, which was not run. */
  public static LambdaError throttled() {
    return new LambdaError(
        "Lambda.TooManyRequestsException", "Rate Exceeded.", LambdaErrorKind.SERVICE);
  }

  /** The same failure, after the call has lasted for some time. */
  public LambdaError after(Duration time) {
    LambdaError later = new LambdaError(errorType, errorMessage, kind, stack, time);
    if (getCause() != null) {
      later.initCause(getCause());
    }
    return later;
  }

  /** The Error of the state. */
  public String errorType() {
    return errorType;
  }

  /** What the function or the service said. */
  public String errorMessage() {
    return errorMessage;
  }

  /** Who said it. */
  public LambdaErrorKind kind() {
    return kind;
  }

  /** How long the call lasted in virtual time. */
  public Duration took() {
    return took;
  }

  /** The Cause of the state. */
  public String cause() {
    if (kind == LambdaErrorKind.SERVICE) {
      return errorMessage;
    }
    ObjectNode cause = JsonNodeFactory.instance.objectNode();
    cause.put("errorMessage", errorMessage);
    cause.put("errorType", errorType);
    if (kind == LambdaErrorKind.THROWN) {
      stack.forEach(cause.putArray("stackTrace")::add);
    }
    return cause.toString();
  }
}
