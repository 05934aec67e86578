package io.github.keymend.lab.asl.model;

import java.util.List;
import java.util.stream.Stream;

/** A state of the workflow. */
public sealed interface State
    permits TaskState, ChoiceState, WaitState, PassState, SucceedState, FailState {
  /** The name, which is also what people see in the console's graph. */
  String name();

  /** Every way out that leads somewhere or ends the execution well. */
  Stream<Exit> exits();

  /** The names of the states that may come next. */
  default List<String> targets() {
    return exits().flatMap(exit -> exit.next().stream()).distinct().toList();
  }
}
