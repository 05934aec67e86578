package io.github.keymend.lab.asl.query;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds what the words of an expression refer to. */
final class UsesReader {
  private static final Token NOTHING = new Token(Token.Kind.OPERATOR, "");
  private static final Set<String> CONSTANTS = Set.of("true", "false", "null", "function", "λ");

  private final List<Token> tokens;
  private final Set<String> locals;
  // For every open bracket: whether "the current item" has a meaning inside it.
  private final Deque<Boolean> item = new ArrayDeque<>(List.of(false));
  private final Set<String> variables = new LinkedHashSet<>();
  private final Set<String> calls = new LinkedHashSet<>();
  private final Set<String> guarded = new LinkedHashSet<>();
  private final Set<String> states = new LinkedHashSet<>();
  private final List<String> problems = new ArrayList<>();

  UsesReader(List<Token> tokens) {
    this.tokens = tokens;
    this.locals = locals(tokens);
  }

  QueryUses read() {
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.kind() == Token.Kind.VARIABLE) {
        variable(token.text(), i);
      } else if (token.kind() == Token.Kind.NAME) {
        name(token.text(), i);
      } else if (token.kind() == Token.Kind.OPERATOR) {
        bracket(token.text(), i);
      }
    }
    return new QueryUses(
        Set.copyOf(variables),
        Set.copyOf(calls),
        Set.copyOf(guarded),
        Set.copyOf(states),
        List.copyOf(problems));
  }

  private void bracket(String operator, int i) {
    switch (operator) {
      case "[" -> item.push(item.element() || at(i - 1).endsValue());
      case "(" -> item.push(item.element() || mapping(i));
      // After a value other than a parameter list, a brace groups that value's items.
      case "{" ->
        item.push(
            item.element() || mapping(i) || (at(i - 1).endsValue() && !at(i - 1).isOperator(")")));
      case ")", "]", "}" -> item.poll();
      default -> {}
    }
  }

  /** Whether the bracket is applied to the items of what stands before it. */
  private boolean mapping(int i) {
    return at(i - 1).isOperator(".") || at(i - 1).isOperator("^");
  }

  private void variable(String name, int i) {
    if (name.startsWith("$")) {
      problems.add("bare $$ has no meaning in Step Functions; write $states.input");
    } else if (name.isEmpty()) {
      if (!item.element()) {
        problems.add("bare $ has no meaning outside a predicate; write $states.input");
      }
    } else if (name.equals("states")) {
      states(i);
    } else if (!locals.contains(name)) {
      global(name, i);
    }
  }

  private void global(String name, int i) {
    if (at(i + 1).isOperator("(")) {
      call(name, i);
      return;
    }
    variables.add(name);
    boolean asked = at(i - 2).equals(new Token(Token.Kind.VARIABLE, "exists"));
    if (asked && at(i + 1).isOperator(")")) {
      guarded.add(name);
    }
  }

  /** A variable holds JSON and never a function, so what is called can only be one of the language. */
  private void call(String name, int i) {
    String refusal = Builtins.refusal(name);
    if (!refusal.isEmpty()) {
      problems.add(refusal);
    } else if (!Builtins.isKnown(name)) {
      problems.add("$" + name + " is no function of JSONata in Step Functions");
    } else if ((name.equals("now") || name.equals("uuid")) && !at(i + 2).isOperator(")")) {
      problems.add(
          "$" + name + " is provided without arguments; format with $fromMillis($millis(), …)");
    } else {
      calls.add(name);
    }
  }

  private void states(int i) {
    if (!at(i + 1).isOperator(".") || at(i + 2).kind() != Token.Kind.NAME) {
      problems.add("$states must be followed by .input, .result, .errorOutput or .context");
      return;
    }
    StringBuilder path = new StringBuilder(at(i + 2).text());
    boolean context = path.toString().equals("context");
    for (int j = i + 3;
        context && at(j).isOperator(".") && at(j + 1).kind() == Token.Kind.NAME;
        j += 2) {
      path.append('.').append(at(j + 1).text());
    }
    states.add(path.toString());
  }

  private void name(String name, int i) {
    boolean step = at(i - 1).isOperator(".");
    if (!step && !item.element() && !CONSTANTS.contains(name)) {
      problems.add("unqualified field '" + name + "' has no meaning; write $states.input." + name
          + " or quote the text");
    }
  }

  private Token at(int i) {
    return i >= 0 && i < tokens.size() ? tokens.get(i) : NOTHING;
  }

  /** Names bound inside the expression: {@code $x := …}, parameters of functions, {@code @$x} and {@code #$i}. */
  private static Set<String> locals(List<Token> tokens) {
    Set<String> locals = new LinkedHashSet<>();
    boolean parameters = false;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.kind() == Token.Kind.NAME
          && (token.text().equals("function") || token.text().equals("λ"))) {
        parameters = true;
      } else if (token.isOperator(")")) {
        parameters = false;
      }
      boolean assigned = i + 1 < tokens.size() && tokens.get(i + 1).isOperator(":=");
      boolean bound =
          i > 0 && (tokens.get(i - 1).isOperator("@") || tokens.get(i - 1).isOperator("#"));
      if (token.kind() == Token.Kind.VARIABLE && (parameters || assigned || bound)) {
        locals.add(token.text());
      }
    }
    return locals;
  }
}
