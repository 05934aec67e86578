package io.github.keymend.lab.door;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keymend.lab.service.Call;
import io.github.keymend.lab.service.CallGate;
import io.github.keymend.lab.service.Caller;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** AWS Step Functions on the wire: AWS JSON 1.0, {@code AWSStepFunctions}; Step Functions API reference. */
final class SfnJson implements JsonService {
  static final Set<String> OPERATIONS = Set.of(
      "StartExecution",
      "DescribeExecution",
      "StopExecution",
      "ListExecutions",
      "GetExecutionHistory",
      "ListStateMachines");

  private static final Shape STATUS =
      Shape.matching(1, 32, "RUNNING|SUCCEEDED|FAILED|TIMED_OUT|ABORTED");
  private static final Shape ARN = Shape.text(1, 256);
  private static final Shape INPUT = Shape.text(0, 262_144);
  private static final Shape NAME = Shape.text(1, 80);
  /** What StartExecution forbids in a name: white space, brackets, wildcards, special and control characters. */
  private static final Pattern FORBIDDEN =
      Pattern.compile("[\\s<>{}\\[\\]?*\"#%\\\\^|~`$&,;:/\\x00-\\x1f\\x7f-\\x9f]");

  private final Executions executions;
  private final CallGate gate;
  private final Instant created;
  private int unnamed;

  SfnJson(Executions executions, CallGate gate, Instant created) {
    this.executions = executions;
    this.gate = gate;
    this.created = created;
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
      case "DescribeExecution" -> {
        String arn = request.required("executionArn", ARN);
        yield SfnAnswers.described(
            gate.pass(Call.of(operation, arn, caller), () -> executions.describeExecution(arn)));
      }
      case "StopExecution" -> stop(caller, request);
      case "ListExecutions" -> list(caller, request);
      case "GetExecutionHistory" -> history(caller, request);
      case "ListStateMachines" ->
        SfnAnswers.machines(
            gate.pass(Call.of(operation, "", caller), executions::stateMachines), created);
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
    return SfnAnswers.started(started);
  }

  private ObjectNode stop(Caller caller, Members request) {
    String arn = request.required("executionArn", ARN);
    String error = request.optional("error", Shape.text(0, 256));
    String cause = request.optional("cause", Shape.text(0, 32_768));
    ExecutionView view = gate.pass(
        Call.of("StopExecution", arn, caller),
        () ->
            executions.stopExecution(arn, error == null ? "" : error, cause == null ? "" : cause));
    ObjectNode answer = Json.object();
    if (view.stopDate() != null) {
      answer.set("stopDate", Json.time(view.stopDate()));
    }
    return answer;
  }

  private ObjectNode list(Caller caller, Members request) {
    String arn = request.required("stateMachineArn", ARN);
    String status = request.optional("statusFilter", STATUS);
    List<ExecutionView> all = gate.pass(
        Call.of("ListExecutions", arn, caller),
        () -> executions.listExecutions(arn).stream()
            .filter(view -> status == null || view.status().name().equals(status))
            .toList());
    return SfnAnswers.listed(SfnPage.of(all, request));
  }

  private ObjectNode history(Caller caller, Members request) {
    String arn = request.required("executionArn", ARN);
    List<HistoryEvent> events =
        gate.pass(Call.of("GetExecutionHistory", arn, caller), () -> executions.history(arn));
    List<SfnAnswers.NumberedEvent> numbered = new ArrayList<>();
    events.forEach(event -> numbered.add(new SfnAnswers.NumberedEvent(numbered.size() + 1, event)));
    if (request.flag("reverseOrder")) {
      Collections.reverse(numbered);
    }
    return SfnAnswers.history(SfnPage.of(numbered, request));
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
