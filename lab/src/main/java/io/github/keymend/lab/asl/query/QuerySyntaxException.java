package io.github.keymend.lab.asl.query;

/** A text that should be a JSONata expression is none. */
public final class QuerySyntaxException extends RuntimeException {
  /** Says which text and what is wrong with it. */
  public QuerySyntaxException(String message) {
    super(message);
  }
}
