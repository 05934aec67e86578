package io.github.keymend.lab.asl.query;

/** An expression has failed, or its result is unfit for its field; AWS calls it {@code States.QueryEvaluationError}. */
public final class QueryEvaluationException extends RuntimeException {
  /** Names the expression, its field and what went wrong. */
  public QueryEvaluationException(String message) {
    super(message);
  }

  /** Names the expression, its field and what went wrong. */
  public QueryEvaluationException(String message, Throwable cause) {
    super(message, cause);
  }
}
