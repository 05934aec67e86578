package io.github.keymend.lab.stage;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keymend.domain.breaker.Breaker;
import io.github.keymend.domain.incident.Incident;
import io.github.keymend.domain.incident.StoreItem;
import io.github.keymend.lab.account.DeployedStack;
import io.github.keymend.lab.account.SweepLog;
import io.github.keymend.lab.asl.load.AslLoader;
import io.github.keymend.lab.asl.model.AslFile;
import io.github.keymend.lab.asl.run.ExecutionListener;
import io.github.keymend.lab.asl.run.ExecutionWorld;
import io.github.keymend.lab.asl.run.HandlerInvoker;
import io.github.keymend.lab.asl.run.LambdaError;
import io.github.keymend.lab.asl.run.MachineArn;
import io.github.keymend.lab.clock.Timeline;
import io.github.keymend.lab.clock.VirtualClock;
import io.github.keymend.lab.door.ExecutionView;
import io.github.keymend.lab.door.Executions;
import io.github.keymend.lab.door.HistoryEvent;
import io.github.keymend.lab.door.LambdaFunctions;
import io.github.keymend.lab.door.SimulatedAws;
import io.github.keymend.lab.door.StartedExecution;
import io.github.keymend.lab.kms.SimulatedKms;
import io.github.keymend.lab.service.CallFaults;
import io.github.keymend.lab.service.CallGate;
import io.github.keymend.lab.service.CallRecord;
import io.github.keymend.lab.service.Place;
import io.github.keymend.lab.stage.fault.GatedBreakerItem;
import io.github.keymend.lab.stage.fault.GatedStoreItems;
import io.github.keymend.lab.stage.fault.Invocations;
import io.github.keymend.lab.template.Triggers;
import io.github.keymend.step.Environment;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * keymend as deployed, on simulated AWS and virtual time: the deployed workflow file, the real handlers with the real
 * SDK, the sweep on its schedule, the events of people's calls.
 */
public final class Lab {
  /** The sweep's rate, the template's default. */
  public static final Duration SWEEP_RATE = Triggers.deployed().schedule().rate();

  /** How long CloudTrail takes to deliver a call; an assumption, AWS says "typically within minutes". */
  public static final Duration TRAIL_DELAY = Duration.ofMinutes(1);

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<Path, AslFile> LOADED = new HashMap<>();
  private final Timeline timeline = new Timeline(new VirtualClock());
  private final MemoryStoreItems items = new MemoryStoreItems();
  private final MemoryBreakerItem breaker = new MemoryBreakerItem();
  private final CountingMeter meter = new CountingMeter();
  private final SimulatedAws aws;
  private final StepFunctions stepFunctions;
  private final CallGate memory = new CallGate(timeline.clock(), memoryOperations());
  private final Invocations functions;
  private final Events events;
  private boolean sweepsLost;
  private int manual;
  private int delivered;

  /** A lab with the given settings, listening to every execution. */
  public Lab(LabSettings settings, ExecutionListener listener) {
    MachineArn machine = new MachineArn(Place.DEFAULT.arn("states", "stateMachine:keymend-repair"));
    this.aws = new SimulatedAws(timeline, new LateExecutions(), new LateFunctions());
    Map<String, String> variables = settings.variables(machine.value());
    Environment environment = Environment.read(variables);
    Map<String, RequestStreamHandler> handlers = Functions.on(
        aws,
        caller -> new GatedStoreItems(items, memory, caller),
        caller -> new GatedBreakerItem(breaker, memory, caller),
        new MemoryCheckups(),
        environment,
        meter,
        timeline.clock());
    this.functions =
        new Invocations(new HandlerInvoker(handlers, Duration.ofSeconds(60)), timeline);
    LastNet lastNet = new LastNet(timeline, aws.sns(), environment.topicArn());
    this.events = new Events(
        timeline,
        Map.of(
            Events.WORKFLOW, each -> start("event-" + ++delivered, each.input().toString()),
            Events.SWEEP, each -> sweep(each.input()),
            Events.TOPIC, lastNet::publish));
    StatusChanges changes = new StatusChanges(machine, events::offer);
    ExecutionWorld world = ExecutionWorld.of(timeline.clock(), functions)
        .listening((arn, event) -> {
          listener.on(arn, event);
          changes.on(arn, event);
        });
    this.stepFunctions = new StepFunctions(timeline, workflow(settings.workflow()), machine, world);
    aws.sns().addTopic(environment.topicArn());
    Instant deployed = timeline.now().minus(SweepLog.DEPLOYED_BEFORE);
    aws.account().deploy(() -> DeployedStack.of(settings.deployment(), variables, deployed));
    aws.kms().onTrailEvent(events::offer);
  }

  /** A workflow with the lab's names for its functions. */
  public static synchronized AslFile workflow(Path file) {
    return LOADED.computeIfAbsent(file, each -> AslLoader.load(each, substitutions()));
  }

  /** What the template puts into the workflow file: each function stands for itself. */
  public static Map<String, String> substitutions() {
    Map<String, String> substitutions = new HashMap<>();
    substitutions.put("Partition", Place.DEFAULT.partition());
    Functions.names().forEach(name -> {
      if (!name.equals("SweepFunction")) {
        substitutions.put(name, name);
      }
    });
    return substitutions;
  }

  /** Starts the sweep on its schedule; the first one a rate from now. */
  public void startSweeping() {
    aws.account().sweeps().scheduled(timeline.now(), SWEEP_RATE);
    timeline.after(SWEEP_RATE, () -> {
      if (!sweepsLost) {
        sweep();
      }
      startSweeping();
    });
  }

  /** From now on the schedule starts no sweep, or does again. */
  public void loseSweeps(boolean all) {
    this.sweepsLost = all;
  }

  /** Runs one sweep now, as the schedule does: what it answers, or null where it failed. */
  public @Nullable JsonNode sweep() {
    return sweep(Triggers.deployed().schedule().input());
  }

  /** Runs one sweep now, with the event that started it. */
  public @Nullable JsonNode sweep(JsonNode event) {
    try {
      return invoke("SweepFunction", event);
    } catch (LambdaError e) {
      return null;
    }
  }

  private JsonNode invoke(String name, JsonNode payload) throws LambdaError {
    Instant at = timeline.now();
    boolean failed = true;
    try {
      JsonNode answer = functions.invoke(name, payload, at);
      failed = false;
      return answer;
    } finally {
      if (name.equals("SweepFunction")) {
        aws.account().sweeps().ran(at, failed);
      }
    }
  }

  /** Starts a repair from the console with this input: the ARN of the execution. */
  public String startByHand(String input) {
    return start("manual-" + ++manual, input);
  }

  /** Commands keymend. */
  public String command(String customKeyStoreId, String command) {
    ObjectNode input = JSON.createObjectNode();
    input.put("customKeyStoreId", customKeyStoreId).put("command", command);
    return startByHand(input.toString());
  }

  /** Commands keymend to reset the account's circuit breaker. */
  public String resetBreaker() {
    return startByHand(JSON.createObjectNode().put("command", "reset").toString());
  }

  private String start(String name, String input) {
    String machine = Place.DEFAULT.arn("states", "stateMachine:keymend-repair");
    return stepFunctions.startExecution(machine, name, input).executionArn();
  }

  /** Lets virtual time pass. */
  public void run(Duration span) {
    timeline.runFor(span);
  }

  /** Lets virtual time pass, step by step, until nothing runs and the store's incident is closed or parked, or the time is over. */
  public void runUntilSettled(String customKeyStoreId, Duration atMost) {
    Instant end = timeline.now().plus(atMost);
    while (!isSettled(customKeyStoreId)
        && timeline.nextAt().filter(at -> !at.isAfter(end)).isPresent()) {
      timeline.runNext();
    }
  }

  private boolean isSettled(String customKeyStoreId) {
    Incident incident = item(customKeyStoreId).map(StoreItem::incident).orElse(null);
    boolean resting =
        incident == null || (incident.parked() != null && incident.parked().due() == null);
    return !stepFunctions.executions().isEmpty() && !stepFunctions.isRunning() && resting;
  }

  /** What keymend remembers of a store. */
  public Optional<StoreItem> item(String customKeyStoreId) {
    return items.find(customKeyStoreId);
  }

  /** The simulated custom key stores. */
  public SimulatedKms kms() {
    return aws.kms();
  }

  /** All of simulated AWS. */
  public SimulatedAws aws() {
    return aws;
  }

  /** The executions. */
  public StepFunctions stepFunctions() {
    return stepFunctions;
  }

  /** The memory. */
  public MemoryStoreItems items() {
    return items;
  }

  /** What keymend remembers of the account's circuit breaker. */
  public Breaker breaker() {
    return breaker.find();
  }

  private static Set<String> memoryOperations() {
    return Stream.of(GatedStoreItems.OPERATIONS, GatedBreakerItem.OPERATIONS)
        .flatMap(Set::stream)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The events of people's calls on their way. */
  public Events events() {
    return events;
  }

  /** The virtual time line. */
  public Timeline timeline() {
    return timeline;
  }

  /** The functions by name, and what goes wrong with them. */
  public Invocations functions() {
    return functions;
  }

  /** How often keymend has counted this metric. */
  public int counted(String metric) {
    return meter.counts().getOrDefault(metric, 0);
  }

  /** All calls of the memory so far, in order: {@code find}, {@code all} and {@code change}, and those of the breaker. */
  public List<CallRecord> memoryCalls() {
    return memory.log();
  }

  /** What goes wrong with the memory: calls of {@code find}, {@code all} and {@code change}, and those of the breaker. */
  public CallFaults memoryFaults() {
    return memory.faults();
  }

  /** Simulated AWS needs the executions before there are any. */
  private final class LateExecutions implements Executions {
    @Override
    public StartedExecution startExecution(String stateMachineArn, String name, String input) {
      return stepFunctions.startExecution(stateMachineArn, name, input);
    }

    @Override
    public ExecutionView describeExecution(String executionArn) {
      return stepFunctions.describeExecution(executionArn);
    }

    @Override
    public ExecutionView stopExecution(String executionArn, String error, String cause) {
      return stepFunctions.stopExecution(executionArn, error, cause);
    }

    @Override
    public List<ExecutionView> listExecutions(String stateMachineArn) {
      return stepFunctions.listExecutions(stateMachineArn);
    }

    @Override
    public List<HistoryEvent> history(String executionArn) {
      return stepFunctions.history(executionArn);
    }

    @Override
    public List<String> stateMachines() {
      return stepFunctions.stateMachines();
    }
  }

  /** Likewise the functions. */
  private final class LateFunctions implements LambdaFunctions {
    @Override
    public boolean has(String name) {
      return Functions.names().contains(name);
    }

    @Override
    public Invoked invoke(String name, JsonNode payload) {
      try {
        return new Invoked(Lab.this.invoke(name, payload), false);
      } catch (LambdaError e) {
        return LambdaFailures.answer(e);
      }
    }
  }
}
