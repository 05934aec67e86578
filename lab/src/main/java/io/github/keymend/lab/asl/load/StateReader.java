package io.github.keymend.lab.asl.load;

import io.github.keymend.lab.asl.model.ChoiceRule;
import io.github.keymend.lab.asl.model.ChoiceState;
import io.github.keymend.lab.asl.model.Exit;
import io.github.keymend.lab.asl.model.FailState;
import io.github.keymend.lab.asl.model.PassState;
import io.github.keymend.lab.asl.model.State;
import io.github.keymend.lab.asl.model.SucceedState;
import io.github.keymend.lab.asl.model.WaitState;
import io.github.keymend.lab.asl.query.Template;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one state. */
final class StateReader {
  private static final List<String> TYPES =
      List.of("Task", "Choice", "Wait", "Pass", "Succeed", "Fail");

  private StateReader() {}

  static Optional<State> read(String name, Fields fields) {
    String type = fields.required("Type", "one of " + TYPES);
    fields
        .text("QueryLanguage")
        .filter(language -> !language.equals("JSONata"))
        .ifPresent(
            language -> fields.refuse("'QueryLanguage' must be JSONata, but is " + language));
    return switch (type) {
      case "Task" -> Optional.of(TaskReader.read(name, fields));
      case "Choice" -> Optional.of(choice(name, fields));
      case "Wait" -> Optional.of(wait(name, fields));
      case "Pass" -> {
        fields.allowOnly("a Pass", "Type", "QueryLanguage", "Assign", "Output", "Next", "End");
        yield Optional.of(new PassState(name, exit(fields)));
      }
      case "Succeed" -> {
        fields.allowOnly("a Succeed", "Type", "QueryLanguage", "Output");
        yield Optional.of(new SucceedState(
            name, new Exit(Map.of(), fields.template("Output"), Optional.empty())));
      }
      case "Fail" -> {
        fields.allowOnly("a Fail", "Type", "QueryLanguage", "Error", "Cause");
        yield Optional.of(new FailState(name, text(fields, "Error"), text(fields, "Cause")));
      }
      default -> {
        fields.refuse("type '" + type + "' is not supported; allowed are " + TYPES);
        yield Optional.empty();
      }
    };
  }

  /** Assign, Output and either Next or {@code End: true}. */
  static Exit exit(Fields fields) {
    boolean end = fields.flag("End");
    Optional<String> next = fields.text("Next");
    if (end == next.isPresent()) {
      fields.refuse("needs either 'Next' or 'End: true'");
    }
    return new Exit(AssignReader.read(fields), fields.template("Output"), next);
  }

  /** Assign, Output and Next, of a choice rule or a catcher. */
  static Exit branch(Fields fields) {
    String next = fields.required("Next", "the state to go to");
    return new Exit(AssignReader.read(fields), fields.template("Output"), Optional.of(next));
  }

  private static ChoiceState choice(String name, Fields fields) {
    fields.allowOnly("a Choice", "Type", "QueryLanguage", "Choices", "Default", "Assign", "Output");
    if (!fields.has("Choices")) {
      fields.refuse("'Choices' is missing: a list of rules");
    }
    List<ChoiceRule> rules =
        fields.objects("Choices").stream().flatMap(rule -> rule(rule).stream()).toList();
    String otherwise =
        fields.required("Default", "without it an unforeseen case ends in States.NoChoiceMatched");
    Exit exit =
        new Exit(AssignReader.read(fields), fields.template("Output"), Optional.of(otherwise));
    return new ChoiceState(name, rules, exit);
  }

  private static Optional<ChoiceRule> rule(Fields fields) {
    fields.allowOnly("a rule of a Choice", "Condition", "Next", "Assign", "Output");
    fields.required("Condition", "an expression that is true or false");
    Exit exit = branch(fields);
    return fields.query("Condition").map(condition -> new ChoiceRule(condition, exit));
  }

  private static WaitState wait(String name, Fields fields) {
    fields.allowOnly(
        "a Wait", "Type", "QueryLanguage", "Seconds", "Assign", "Output", "Next", "End");
    Optional<Template> seconds = fields.template("Seconds");
    if (seconds.isEmpty()) {
      fields.refuse("'Seconds' is missing: a whole number or an expression");
    } else if (seconds.get() instanceof Template.Literal) {
      fields.whole("Seconds", 0, AslReader.LONGEST_SECONDS);
    } else if (!(seconds.get() instanceof Template.Computed)) {
      fields.refuse("'Seconds' must be a whole number or an expression");
    }
    return new WaitState(name, seconds.orElse(Fields.NULL), exit(fields));
  }

  private static Optional<Template> text(Fields fields, String name) {
    fields.text(name);
    return fields.template(name);
  }
}
