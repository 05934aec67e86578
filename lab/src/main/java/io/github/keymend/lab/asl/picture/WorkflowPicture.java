package io.github.keymend.lab.asl.picture;

import io.github.keymend.lab.asl.model.AslFile;
import io.github.keymend.lab.asl.model.Catcher;
import io.github.keymend.lab.asl.model.ChoiceRule;
import io.github.keymend.lab.asl.model.ChoiceState;
import io.github.keymend.lab.asl.model.ErrorEquals;
import io.github.keymend.lab.asl.model.PassState;
import io.github.keymend.lab.asl.model.State;
import io.github.keymend.lab.asl.model.TaskState;
import io.github.keymend.lab.asl.model.WaitState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Draws a workflow as a Mermaid flowchart, one node for each state. The same file always gives the same text.
 *
 * <p>Ways out after an error are dotted; where several states have the same one, they share one note, because an arrow
 * from every task to the same state would hide all others.
 */
public final class WorkflowPicture {
  /** A longer condition would widen the picture more than it tells. */
  private static final int LONGEST_LABEL = 48;

  private static final int NAMES_IN_A_ROW = 4;

  private final AslFile file;
  private final Map<String, String> ids = new LinkedHashMap<>();
  private int notes;
  private final StringBuilder lines = new StringBuilder("flowchart TD\n");

  private WorkflowPicture(AslFile file) {
    this.file = file;
    file.states().keySet().forEach(name -> ids.put(name, "s" + ids.size()));
  }

  /** The text of the flowchart, lines ended by {@code \n}. */
  public static String render(AslFile file) {
    return new WorkflowPicture(file).draw();
  }

  private String draw() {
    line("start((\" \")) --> " + ids.get(file.startAt()));
    file.states().values().forEach(this::node);
    file.states().values().forEach(this::arrows);
    errors();
    return lines.toString();
  }

  private void node(State state) {
    String text = quoted(state.name());
    line(ids.get(state.name()) + shape(state).formatted(text));
  }

  private static String shape(State state) {
    if (state instanceof TaskState) {
      return "[%s]";
    }
    if (state instanceof ChoiceState) {
      return "{%s}";
    }
    if (state instanceof WaitState) {
      return "([%s])";
    }
    return state instanceof PassState ? "(%s)" : "[[%s]]";
  }

  private void arrows(State state) {
    if (state instanceof TaskState task) {
      task.exit()
          .next()
          .ifPresent(next -> arrow(state, ignoresErrors(task) ? "even after an error" : "", next));
    } else if (state instanceof WaitState || state instanceof PassState) {
      state.targets().forEach(next -> arrow(state, "", next));
    } else if (state instanceof ChoiceState choice) {
      Map<String, List<String>> labels = new LinkedHashMap<>();
      for (ChoiceRule rule : choice.rules()) {
        rule.exit()
            .next()
            .ifPresent(next -> label(labels, next, rule.condition().text()));
      }
      choice.otherwise().next().ifPresent(next -> label(labels, next, "otherwise"));
      labels.forEach((next, texts) -> arrow(state, String.join("<br/>", texts), next));
    }
  }

  private static void label(Map<String, List<String>> labels, String next, String condition) {
    List<String> texts = labels.computeIfAbsent(next, name -> new ArrayList<>());
    String text = condition.replace("$states.input.", "").replace("$", "");
    if (text.length() <= LONGEST_LABEL) {
      texts.add(escaped(text));
    }
  }

  private void arrow(State from, String label, String next) {
    line(ids.get(from.name()) + " -->" + (label.isEmpty() ? " " : "|\"" + label + "\"| ")
        + ids.get(next));
  }

  private void errors() {
    Map<Way, List<String>> ways = new LinkedHashMap<>();
    for (State state : file.states().values()) {
      if (state instanceof TaskState task) {
        for (Catcher catcher : ignoresErrors(task) ? List.<Catcher>of() : task.catches()) {
          Way way = new Way(
              words(catcher.errors(), task.catches().size() > 1), catcher.exit().next());
          ways.computeIfAbsent(way, first -> new ArrayList<>()).add(state.name());
        }
      }
    }
    ways.forEach(
        (way, from) -> way.target().ifPresent(target -> error(way.errors(), from, target)));
  }

  private void error(String errors, List<String> from, String target) {
    if (from.size() == 1) {
      line(ids.get(from.get(0)) + " -. " + quoted(errors) + " .-> " + ids.get(target));
      return;
    }
    String text = escaped(errors) + " in<br/>" + listed(from);
    line("e" + notes++ + ">\"" + text + "\"] -.-> " + ids.get(target));
  }

  private static boolean ignoresErrors(TaskState task) {
    return !task.catches().isEmpty()
        && task.catches().stream()
            .allMatch(catcher -> catcher.exit().next().equals(task.exit().next()));
  }

  /** Packages of exceptions are left out. */
  private static String words(ErrorEquals errors, boolean besideOthers) {
    if (errors.names().contains(ErrorEquals.ALL)) {
      return besideOthers ? "any other error" : "any error";
    }
    return errors.names().stream()
        .map(WorkflowPicture::shortened)
        .collect(Collectors.joining(" or "));
  }

  private static String shortened(String error) {
    boolean isClass = Character.isLowerCase(error.charAt(0)) && error.contains(".");
    return isClass ? error.substring(error.lastIndexOf('.') + 1) : error;
  }

  private static String listed(List<String> names) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < names.size(); i++) {
      String separator = i == 0 ? "" : i % NAMES_IN_A_ROW == 0 ? ",<br/>" : ", ";
      text.append(separator).append(escaped(names.get(i)));
    }
    return text.toString();
  }

  private void line(String text) {
    lines.append("  ").append(text).append('\n');
  }

  private static String quoted(String text) {
    return "\"" + escaped(text) + "\"";
  }

  private static String escaped(String text) {
    return text.replace("\"", "#quot;").replace("<", "#lt;").replace(">", "#gt;");
  }

  private record Way(String errors, Optional<String> target) {}
}
