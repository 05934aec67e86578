package io.github.keymend.lab.asl.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keymend.lab.asl.model.AslFile;
import java.util.regex.Pattern;

/**
 * What an execution starts with.
 *
 * @param file the workflow
 * @param machine the state machine it is deployed as
 * @param name of the execution: 1 to 80 of {@code 0-9 A-Z a-z - _} (others break logging; StartExecution, API reference)
 * @param input at most 262,144 bytes
 */
public record ExecutionStart(AslFile file, MachineArn machine, String name, JsonNode input) {
  private static final Pattern NAME = Pattern.compile("[0-9A-Za-z_-]{1,80}");

  /** Refuses a name or an input that StartExecution would refuse. */
  public ExecutionStart {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "execution name '" + name + "' must be 1 to 80 of 0-9 A-Z a-z - _");
    }
    if (Limits.bytes(input) > Limits.PAYLOAD_BYTES) {
      throw new IllegalArgumentException(
          "input of " + name + " is larger than " + Limits.PAYLOAD_BYTES + " bytes");
    }
  }

  /** The ARN of the execution. */
  public String arn() {
    return machine.execution(name);
  }
}
