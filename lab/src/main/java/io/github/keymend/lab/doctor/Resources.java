package io.github.keymend.lab.doctor;

import io.github.keymend.lab.doctor.seen.Stack;
import java.util.List;

/** The ARNs behind what a role needs, in one stack. */
public final class Resources {
  /** Stands for any execution, and any key: IAM's simulator wants a whole ARN. */
  private static final String ANY = "00000000-0000-4000-8000-000000000000";

  private final Stack stack;

  /** Those of a stack. */
  public Resources(Stack stack) {
    this.stack = stack;
  }

  /** The ARNs; {@code *} for actions that IAM knows no resource for. */
  public List<String> of(Need.On on) {
    return switch (on) {
      case EVERYTHING -> List.of("*");
      case TABLE -> List.of(stack.arn("dynamodb", "table/" + stack.physicalId("Incidents")));
      case TOPIC -> List.of(stack.physicalId("Messages"));
      case WORKFLOW -> List.of(stack.physicalId(Needs.MACHINE));
      case EXECUTIONS ->
        List.of(
            stack.physicalId(Needs.MACHINE).replace(":stateMachine:", ":execution:") + ":" + ANY);
      case SECRETS -> stack.list("CorrectionSecretArns");
      case KEYS -> List.of(stack.arn("kms", "key/" + ANY));
      case FUNCTIONS ->
        Needs.STEPS.stream()
            .map(each -> stack.arn("lambda", "function:" + stack.physicalId(each)))
            .toList();
    };
  }
}
