package io.github.keymend.lab.asl.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An expression that is nothing but a path, such as {@code $states.result.Payload.next}, or such a path compared with a
 * text. Nearly all of a workflow is, and for a value that is no list nor object it needs no engine. All else is left to it.
 */
final class PlainPath {
  private static final Pattern FORM =
      Pattern.compile("\\$([A-Za-z_]\\w*)((?:\\.[A-Za-z_]\\w*)*)(?: = '([^'\\\\]*)')?");

  private final String root;
  private final List<String> steps;
  private final @Nullable String compared;

  private PlainPath(String root, List<String> steps, @Nullable String compared) {
    this.root = root;
    this.steps = steps;
    this.compared = compared;
  }

  /** The path that an expression is, if it is one. */
  static Optional<PlainPath> of(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    String rest = form.group(2);
    List<String> steps = rest.isEmpty() ? List.of() : List.of(rest.substring(1).split("\\."));
    return Optional.of(new PlainPath(form.group(1), steps, form.group(3)));
  }

  /** What it gives, or null where the engine has to tell. */
  @Nullable
  JsonNode value(Scope scope) {
    JsonNode node = scope.root(root, steps);
    int first = root.equals("states") ? 1 : 0;
    for (int i = first; node != null && i < steps.size(); i++) {
      node = node.isObject() ? node.get(steps.get(i)) : null;
    }
    if (node == null) {
      return null;
    }
    if (compared != null) {
      return node.isTextual() ? BooleanNode.valueOf(node.textValue().equals(compared)) : null;
    }
    return node.isTextual() || node.isBoolean() || node.isInt() ? node : null;
  }
}
