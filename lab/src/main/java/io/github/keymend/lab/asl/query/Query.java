package io.github.keymend.lab.asl.query;

import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One JSONata expression of a workflow, parsed once per thread. */
public final class Query {
  private static final String OPEN = "{%";
  private static final String CLOSE = "%}";

  private final String text;
  private final QueryUses uses;
  private final Set<String> named;
  private final @Nullable PlainPath plain;
  // The engine keeps the state of an evaluation in the parsed object, so no two threads may share
  // one.
  private final ThreadLocal<Jsonata> parsed;

  private Query(String text) {
    this.text = text;
    this.parsed = ThreadLocal.withInitial(() -> compile(text));
    this.parsed.get();
    this.uses = QueryUses.of(text);
    this.named = Tokens.of(text).stream()
        .filter(token -> token.kind() == Token.Kind.VARIABLE)
        .map(Token::text)
        .collect(Collectors.toUnmodifiableSet());
    this.plain = PlainPath.of(text).orElse(null);
  }

  /** Whether a text of the file means an expression; AWS tells by the bracket it begins with. */
  public static boolean isQuery(String source) {
    return source.startsWith(OPEN);
  }

  /** Whether {@code $name} is a function of the language, unless a variable hides it. */
  public static boolean isFunction(String name) {
    return Builtins.isKnown(name);
  }

  /**
   * Parses an expression with the brackets it has in the file.
   *
   * @throws QuerySyntaxException if it is not one whole, well-formed expression
   */
  public static Query parse(String source) {
    if (!isQuery(source)
        || !source.endsWith(CLOSE)
        || source.length() < OPEN.length() + CLOSE.length()) {
      throw new QuerySyntaxException(
          "'" + source + "' must be one whole expression, from {% to %}, nothing around it");
    }
    return new Query(
        source.substring(OPEN.length(), source.length() - CLOSE.length()).strip());
  }

  /**
   * Evaluates the expression; a JSON null is a value, "undefined" is not.
   *
   * @param field where the expression stands, for the message, for example {@code Output/result}
   * @throws QueryEvaluationException if the expression throws, yields nothing or yields a function
   */
  public JsonNode evaluate(Scope scope, String field) {
    JsonNode known = plain == null ? null : plain.value(scope);
    return known == null ? byEngine(scope, field) : known;
  }

  /** The same, by the JSONata engine in any case. */
  JsonNode byEngine(Scope scope, String field) {
    Jsonata engine = parsed.get();
    JsonNode result;
    try {
      result = JsonataValues.toJson(engine.evaluate(null, scope.frame(engine, uses, named)));
    } catch (RuntimeException e) {
      throw new QueryEvaluationException(
          described(field) + " threw an error: " + e.getMessage(), e);
    } catch (StackOverflowError e) {
      throw new QueryEvaluationException(described(field) + " threw an error: it never ends", e);
    }
    if (result instanceof MissingNode) {
      throw new QueryEvaluationException(described(field) + " returned nothing (undefined).");
    }
    return result;
  }

  /** The words AWS uses to point at an expression. */
  public String described(String field) {
    return "The JSONata expression '" + text + "' specified for the field '" + field + "'";
  }

  /** The expression without its brackets. */
  public String text() {
    return text;
  }

  /** What the expression refers to. */
  public QueryUses uses() {
    return uses;
  }

  @Override
  public String toString() {
    return OPEN + " " + text + " " + CLOSE;
  }

  private static Jsonata compile(String text) {
    try {
      Jsonata engine = Jsonata.jsonata(text);
      // Otherwise null and undefined come out as the same Java null.
      engine.setOutputConvertNulls(false);
      return engine;
    } catch (RuntimeException e) {
      throw new QuerySyntaxException("'" + text + "' is not JSONata: " + e.getMessage());
    }
  }
}
