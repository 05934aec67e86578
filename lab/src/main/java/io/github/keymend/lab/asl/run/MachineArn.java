package io.github.keymend.lab.asl.run;

/**
 * The ARN of a state machine.
 *
 * @param value {@code arn:<partition>:states:<region>:<account>:stateMachine:<name>}
 */
public record MachineArn(String value) {
  private static final String KIND = ":stateMachine:";

  /** Refuses what is no ARN of a state machine. */
  public MachineArn {
    if (!value.startsWith("arn:") || !value.contains(KIND)) {
      throw new IllegalArgumentException(
          "'" + value + "' must be arn:<partition>:states:<region>:<account>:stateMachine:<name>");
    }
  }

  /** The name of the state machine. */
  public String name() {
    return value.substring(value.indexOf(KIND) + KIND.length());
  }

  /** The ARN of an execution of this state machine. */
  public String execution(String name) {
    return value.replace(KIND, ":execution:") + ":" + name;
  }
}
