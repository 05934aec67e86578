package io.github.keymend.lab.explore.full;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.keymend.lab.asl.model.AslFile;
import io.github.keymend.lab.asl.run.Execution;
import io.github.keymend.lab.asl.run.ExecutionEvent;
import io.github.keymend.lab.asl.run.ExecutionStatus;
import io.github.keymend.lab.asl.run.ExecutionWorld;
import io.github.keymend.lab.asl.run.HandlerInvoker;
import io.github.keymend.lab.asl.run.LambdaError;
import io.github.keymend.lab.asl.run.LambdaInvoker;
import io.github.keymend.lab.asl.run.MachineArn;
import io.github.keymend.lab.door.ExecutionView;
import io.github.keymend.lab.door.StartedExecution;
import io.github.keymend.lab.explore.history.Mishap;
import io.github.keymend.lab.explore.stage.AnotherLooks;
import io.github.keymend.lab.explore.stage.Machinery;
import io.github.keymend.lab.explore.stage.Props;
import io.github.keymend.lab.explore.stage.Ran;
import io.github.keymend.lab.stage.CountingMeter;
import io.github.keymend.lab.stage.Functions;
import io.github.keymend.lab.stage.StepFunctions;
import io.github.keymend.step.Environment;
import io.github.keymend.step.Wiring;
import io.github.keymend.step.World;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The executions of the deployed workflow, and the sweep. */
final class FullMachinery implements Machinery {
  private static final Duration FUNCTION_TIMEOUT = Duration.ofSeconds(60);
  private final Props props;
  private final LambdaInvoker invoker;
  private final StepFunctions stepFunctions;

  FullMachinery(Props props, AslFile workflow, SharedClients clients, UnaryOperator<World> change) {
    this.props = props;
    clients.leadTo(props.aws().get(), props.witness());
    Environment environment =
        new Environment(props.settings(), "keymend", props.topicArn(), props.stateMachineArn());
    Map<String, RequestStreamHandler> handlers = new HashMap<>();
    for (String name : Functions.names()) {
      World bare = Wiring.world(
          environment,
          clients.of(name),
          props.items(),
          props.breaker(),
          new AnotherLooks(),
          new CountingMeter(),
          props.timeline().clock());
      handlers.put(name, Functions.handler(name, change.apply(props.fused().world(bare))));
    }
    this.invoker = new HandlerInvoker(handlers, FUNCTION_TIMEOUT);
    ExecutionWorld world = ExecutionWorld.of(props.timeline().clock(), this::invoke)
        .jittering(props.jitter())
        .listening(this::hear);
    this.stepFunctions = new StepFunctions(
        props.timeline(), workflow, new MachineArn(props.stateMachineArn()), world);
  }

  private JsonNode invoke(String function, JsonNode payload, Instant now) throws LambdaError {
    JsonNode execution = payload.path("execution");
    return props
        .lambdas()
        .call(
            function,
            execution.isTextual() ? execution.textValue() : null,
            () -> invoker.invoke(function, payload, now));
  }

  private void hear(String arn, ExecutionEvent event) {
    if (event instanceof ExecutionEvent.StateEntered entered) {
      props.witness().entered(arn, entered.state());
    } else if (event instanceof ExecutionEvent.Ended ended) {
      props.witness().ended(arn, ended.status().name());
    }
  }

  @Override
  public void sweep(JsonNode event) throws LambdaError {
    invoke("SweepFunction", event, props.timeline().now());
  }

  @Override
  public void end(String execution, Mishap.Ending how) {
    ExecutionStatus last = switch (how) {
      case ABORTED -> new ExecutionStatus.Aborted("", "");
      case FAILED -> new ExecutionStatus.Failed("States.Runtime", "");
      case TIMED_OUT -> new ExecutionStatus.TimedOut();
    };
    stepFunctions.executions().stream()
        .filter(each -> each.arn().equals(execution))
        .forEach(each -> each.cutShort(last));
  }

  @Override
  public Ran ran(String execution) {
    return stepFunctions.executions().stream()
        .filter(each -> each.arn().equals(execution))
        .map(FullMachinery::ran)
        .findFirst()
        .orElseThrow();
  }

  private static Ran ran(Execution execution) {
    return new Ran(
        execution.arn(),
        execution.start().input().path("customKeyStoreId").asText(""),
        execution.status().name(),
        execution.startedAt(),
        execution.endedAt().orElse(null),
        execution.state());
  }

  @Override
  public List<Ran> all() {
    return stepFunctions.executions().stream().map(FullMachinery::ran).toList();
  }

  @Override
  public StartedExecution startExecution(String stateMachineArn, String name, String input) {
    return stepFunctions.startExecution(stateMachineArn, name, input);
  }

  @Override
  public ExecutionView describeExecution(String executionArn) {
    return stepFunctions.describeExecution(executionArn);
  }

  @Override
  public String stateMachineArn() {
    return props.stateMachineArn();
  }
}
