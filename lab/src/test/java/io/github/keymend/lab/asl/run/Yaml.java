package io.github.keymend.lab.asl.run;

/** Pieces of tiny workflows. */
final class Yaml {
  private Yaml() {}

  /** A workflow of these states, which starts with A. */
  static String machine(String states) {
    return "QueryLanguage: JSONata\nTimeoutSeconds: 3600\nStartAt: A\nStates:\n" + states.indent(2);
  }

  /** A workflow whose state A is a task with these further fields; errors may go to the state Caught. */
  static String task(String fields) {
    return machine("A:\n" + ("""
        Type: Task
        Resource: arn:aws:states:::lambda:invoke
        TimeoutSeconds: 60
        Arguments: { FunctionName: look, Payload: { id: "{% $states.input.id %}" } }
        Next: Done
        """ + fields).indent(2) + "Done: { Type: Succeed }\n");
  }

  /** A task as {@link #task} that hands errors on to a state of their own. */
  static String catching(String fields) {
    return task(fields) + "  Caught: { Type: Succeed }\n";
  }
}
