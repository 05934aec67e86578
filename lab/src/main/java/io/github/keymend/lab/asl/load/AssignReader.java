package io.github.keymend.lab.asl.load;

import io.github.keymend.lab.asl.query.Template;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads an Assign (Step Functions developer guide, "Passing data between states with variables"). */
final class AssignReader {
  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]{0,79}");

  private AssignReader() {}

  static Map<String, Template> read(Fields fields) {
    Map<String, Template> assign =
        fields.object("Assign").map(Fields::templates).orElse(Map.of());
    assign.keySet().forEach(name -> check(name, fields));
    return assign;
  }

  private static void check(String name, Fields fields) {
    if (!NAME.matcher(name).matches()) {
      fields.refuse("variable '" + name
          + "' must be a letter, then letters, digits or _, at most 80 characters");
    } else if (name.equals("states")) {
      fields.refuse("variable 'states' is reserved by Step Functions");
    }
  }
}
