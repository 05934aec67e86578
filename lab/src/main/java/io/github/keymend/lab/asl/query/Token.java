package io.github.keymend.lab.asl.query;

/** A word of a JSONata expression. A variable's text is without its dollar sign. */
record Token(Kind kind, String text) {
  /** What kind of word it is. */
  enum Kind {
    STRING,
    NUMBER,
    REGEX,
    NAME,
    VARIABLE,
    OPERATOR
  }

  boolean isOperator(String operator) {
    return kind == Kind.OPERATOR && text.equals(operator);
  }

  /** Whether a value ends with this word, so that an operator (and no new value) must follow. */
  boolean endsValue() {
    return kind != Kind.OPERATOR || text.equals(")") || text.equals("]") || text.equals("}");
  }
}
