package io.github.keymend.lab.asl.query;

import java.util.ArrayList;
import java.util.List;

/** Cuts JSONata into words; the engine keeps its own tree to itself. */
final class Tokens {
  private static final List<String> LONG_OPERATORS =
      List.of(":=", "!=", ">=", "<=", "**", "..", "~>", "?:", "??");
  private static final List<String> WORD_OPERATORS = List.of("and", "or", "in");

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private Tokens(String text) {
    this.text = text;
  }

  static List<Token> of(String text) {
    return new Tokens(text).cut();
  }

  private List<Token> cut() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c)) {
        at++;
      } else if (text.startsWith("/*", at)) {
        at = after("*/", at + 2);
      } else if (c == '"' || c == '\'') {
        add(Token.Kind.STRING, quoted(c));
      } else if (c == '`') {
        add(Token.Kind.NAME, quoted(c));
      } else if (c == '/' && !afterValue()) {
        add(Token.Kind.REGEX, quoted(c));
        word();
      } else if (c == '$') {
        at++;
        String dollars = at < text.length() && text.charAt(at) == '$' ? "$" : "";
        at += dollars.length();
        add(Token.Kind.VARIABLE, dollars + word());
      } else if (Character.isDigit(c)) {
        add(Token.Kind.NUMBER, number());
      } else if (Character.isLetter(c) || c == '_') {
        String word = word();
        // After a value "in" is an operator; at its beginning it would be a field of that name.
        add(
            WORD_OPERATORS.contains(word) && afterValue() ? Token.Kind.OPERATOR : Token.Kind.NAME,
            word);
      } else {
        add(Token.Kind.OPERATOR, operator());
      }
    }
    return tokens;
  }

  private void add(Token.Kind kind, String word) {
    tokens.add(new Token(kind, word));
  }

  private boolean afterValue() {
    return !tokens.isEmpty() && tokens.get(tokens.size() - 1).endsValue();
  }

  private int after(String end, int from) {
    int found = text.indexOf(end, from);
    return found < 0 ? text.length() : found + end.length();
  }

  private String quoted(char quote) {
    int start = ++at;
    while (at < text.length() && text.charAt(at) != quote) {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    String inside = text.substring(start, Math.min(at, text.length()));
    at++;
    return inside;
  }

  private String word() {
    int start = at;
    while (at < text.length()
        && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
      at++;
    }
    return text.substring(start, at);
  }

  private String number() {
    int start = at;
    while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || decimalPoint())) {
      at++;
    }
    return text.substring(start, at);
  }

  private boolean decimalPoint() {
    return text.charAt(at) == '.'
        && at + 1 < text.length()
        && Character.isDigit(text.charAt(at + 1));
  }

  private String operator() {
    for (String operator : LONG_OPERATORS) {
      if (text.startsWith(operator, at)) {
        at += operator.length();
        return operator;
      }
    }
    return String.valueOf(text.charAt(at++));
  }
}
