package io.github.keymend.lab.door;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keymend.lab.service.Call;
import io.github.keymend.lab.service.CallGate;
import io.github.keymend.lab.service.Caller;
import java.util.regex.Pattern;

/** AWS Step Functions on the wire: AWS JSON 1.0, {@code AWSStepFunctions}; Step Functions API reference. */
final class SfnJson implements JsonService {
  private static final Shape ARN = Shape.text(1, 256);
  private static final Shape INPUT = Shape.text(0, 262_144);
  private static final Shape NAME = Shape.text(1, 80);
  /** What StartExecution forbids in a name: white space, brackets, wildcards, special and control characters. */
  private static final Pattern FORBIDDEN =
      Pattern.compile("[\\s<>{}\\[\\]?*\"#%\\\\^|~`$&,;:/\\x00-\\x1f\\x7f-\\x9f]");

  private final Executions executions;
  private final CallGate gate;
  private int unnamed;

  SfnJson(Executions executions, CallGate gate) {
    this.executions = executions;
    this.gate = gate;
  }

  @Override
  public String targetPrefix() {
    return "AWSStepFunctions";
  }

  @Override
  public String jsonVersion() {
    return "1.0";
  }

  @Override
  public JsonNode call(Caller caller, String operation, Members request) {
    return switch (operation) {
      case "StartExecution" -> start(caller, request);
      case "DescribeExecution" -> describe(caller, request.required("executionArn", ARN));
      default -> throw WireErrors.unknownOperation(operation);
    };
  }

  private ObjectNode start(Caller caller, Members request) {
    String arn = request.required("stateMachineArn", ARN);
    String given = request.optional("name", NAME);
    String name = given == null ? "unnamed-" + ++unnamed : given;
    String text = request.optional("input", INPUT);
    String input = text == null ? "{}" : text;
    StartedExecution started = gate.pass(new Call("StartExecution", arn, name, caller), () -> {
      if (FORBIDDEN.matcher(name).find()) {
        throw SfnErrors.invalidName(name);
      }
      requireJson(input);
      return executions.startExecution(arn, name, input);
    });
    ObjectNode answer = Json.object().put("executionArn", started.executionArn());
    answer.set("startDate", Json.time(started.startDate()));
    return answer;
  }

  private ObjectNode describe(Caller caller, String arn) {
    ExecutionView view = gate.pass(
        Call.of("DescribeExecution", arn, caller), () -> executions.describeExecution(arn));
    ObjectNode answer = Json.object();
    answer.put("executionArn", view.executionArn());
    answer.put("stateMachineArn", view.stateMachineArn());
    answer.put("name", view.name());
    answer.put("status", view.status().name());
    answer.set("startDate", Json.time(view.startDate()));
    if (view.stopDate() != null) {
      answer.set("stopDate", Json.time(view.stopDate()));
    }
    answer.put("input", view.input());
    answer.putObject("inputDetails").put("included", true);
    if (view.output() != null) {
      answer.put("output", view.output());
    }
    if (view.error() != null) {
      answer.put("error", view.error());
    }
    if (view.cause() != null) {
      answer.put("cause", view.cause());
    }
    return answer;
  }

  private static void requireJson(String input) {
    try {
      if (!Json.parse(input).isMissingNode()) {
        return;
      }
    } catch (JsonProcessingException e) {
      // Falls through: not JSON, and its text may hold anything.
    }
    throw SfnErrors.invalidInput();
  }
}
