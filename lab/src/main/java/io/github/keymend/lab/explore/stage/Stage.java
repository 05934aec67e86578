package io.github.keymend.lab.explore.stage;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keymend.domain.breaker.Breaker;
import io.github.keymend.domain.incident.StoreItem;
import io.github.keymend.domain.rule.Mode;
import io.github.keymend.domain.rule.Settings;
import io.github.keymend.lab.asl.run.LambdaError;
import io.github.keymend.lab.clock.Timeline;
import io.github.keymend.lab.clock.VirtualClock;
import io.github.keymend.lab.door.ExecutionView;
import io.github.keymend.lab.door.LambdaFunctions;
import io.github.keymend.lab.door.SimulatedAws;
import io.github.keymend.lab.door.StartedExecution;
import io.github.keymend.lab.explore.history.History;
import io.github.keymend.lab.explore.history.Mishap;
import io.github.keymend.lab.explore.history.Setup;
import io.github.keymend.lab.kms.SimulatedKms;
import io.github.keymend.lab.kms.StoreType;
import io.github.keymend.lab.kms.Switches;
import io.github.keymend.lab.kms.Timings;
import io.github.keymend.lab.service.Place;
import io.github.keymend.lab.service.ServiceError;
import io.github.keymend.lab.stage.MemoryBreakerItem;
import io.github.keymend.port.BreakerItem;
import io.github.keymend.port.StoreItems;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** keymend on simulated AWS at one depth, with people, the sweep's schedule and the events of people's calls. */
public final class Stage implements AutoCloseable {
  /** The sweep's rate, as the template's default. */
  public static final Duration SWEEP_RATE = Duration.ofMinutes(5);

  private static final ObjectMapper JSON = new ObjectMapper();
  private final Setup setup;
  private final Timeline timeline = new Timeline(new VirtualClock());
  private final Instant beginning = timeline.now();
  private final Lambdas lambdas;
  private final Fuse fuse;
  private final SimulatedAws aws;
  private final StoreItems memory;
  private final BreakerItem breaker = new MemoryBreakerItem();
  private final Machinery machinery;
  private final Witness witness;
  private final List<String> stores = new ArrayList<>();
  private final Settings settings;
  private final Script script;
  private boolean sweeping = true;
  private int started;

  /** The stage for a history, before anything happens. */
  public Stage(History history, Depth depth, Witness witness) {
    this.setup = history.setup();
    this.witness = witness;
    this.lambdas = new Lambdas(timeline, witness);
    this.aws = new SimulatedAws(
        timeline,
        new LateExecutions(),
        LambdaFunctions.NONE,
        Place.DEFAULT,
        new Timings(
            setup.connectTime(),
            setup.disconnectTime(),
            setup.connectTime(),
            setup.disconnectTime()),
        Switches.DEFAULT
            .withConnectOnConnected(setup.connectOnConnected())
            .withConnectOnConnecting(setup.connectOnConnecting())
            .withLogInsPerConnect(setup.logInsPerConnect())
            .withUpdateOnFailed(setup.updateOnFailed())
            .withUpdateOnConnected(!setup.noUpdateOnConnected())
            .withProbeDisconnectedVpc(!setup.noProbeOnDisconnected())
            .withDisconnectCancelsConnect(!setup.disconnectLeavesConnect())
            .withDescribePageSize(setup.onePerPage() ? 1 : Switches.DEFAULT.describePageSize())
            .withEmptyAnswers(setup.emptyAnswers()));
    this.fuse =
        new Fuse(timeline, lambdas, (store, action) -> script().perform(store, action), witness);
    this.memory = depth.memory();
    Map<String, String> secrets = new HashMap<>();
    for (int i = 0; i < setup.stores().size(); i++) {
      stores.add(add(i));
      if (setup.correcting()) {
        secrets.put(stores.get(i), aws.secrets().create("store" + i));
      }
    }
    Mode mode = setup.repairing() ? Mode.REPAIR : Mode.OBSERVE;
    this.settings = new Settings(mode, Set.of(), setup.attempts(), secrets);
    String topic = Place.DEFAULT.arn("sns", "keymend");
    aws.sns().addTopic(topic);
    Random random = new Random(history.seed());
    BreakerItem fusedBreaker = stores.size() < Setup.FLEET
        ? breaker
        : new FusedBreaker(timeline, lambdas, fuse, witness, breaker);
    Fused fused =
        new Fused(timeline, lambdas, fuse, witness, () -> aws.kms(), memory, fusedBreaker);
    this.machinery = depth.build(new Props(
        timeline,
        () -> aws,
        lambdas,
        settings,
        topic,
        Place.DEFAULT.arn("states", "stateMachine:keymend-repair"),
        random::nextDouble,
        witness,
        fused));
    this.script = new Script(this);
    aws.kms().onChange(witness::changed);
    aws.sns().onPublished(witness::published);
    aws.kms().onTrailEvent(script::foreign);
    timeline.after(setup.sweepOffset(), this::scheduledSweep);
    history
        .actions()
        .forEach(each -> timeline.schedule(
            beginning.plus(each.at()), () -> script.perform(each.store(), each.action())));
  }

  private Script script() {
    return script;
  }

  private String add(int number) {
    SimulatedKms kms = aws.kms();
    String id = setup.stores().get(number) == StoreType.AWS_CLOUDHSM
        ? kms.addCloudHsmStore("store" + number)
        : kms.addXksStore("store" + number);
    if (setup.connected()) {
      kms.connectNow(id);
    }
    return id;
  }

  private void scheduledSweep() {
    if (sweeping) {
      sweep(JSON.createObjectNode().put("source", "schedule"));
    }
    timeline.after(SWEEP_RATE, this::scheduledSweep);
  }

  void sweep(ObjectNode event) {
    try {
      machinery.sweep(event);
    } catch (LambdaError e) {
      // An alarm on the function's errors tells; the next sweep comes anyway.
    }
  }

  void sweeping(boolean runs) {
    sweeping = runs;
  }

  /** Starts an execution with this input; an input is not repeated under the same name. */
  String start(String kind, ObjectNode input) {
    return machinery
        .startExecution(machinery.stateMachineArn(), kind + "-" + ++started, input.toString())
        .executionArn();
  }

  /** Ends all running executions of a store. */
  void endExecutions(int store, Mishap.Ending how) {
    String id = stores.get(store);
    for (Ran ran : machinery.all()) {
      if (ran.isRunning() && id.equals(ran.customKeyStoreId())) {
        machinery.end(ran.arn(), how);
      }
    }
  }

  /** Lets everything be well from now on, except what is wrong behind the stores. */
  public void calm() {
    lambdas.disarm();
    fuse.calm();
    sweeping = true;
    script.calm();
    SimulatedKms kms = aws.kms();
    kms.use(kms.switches().withStaleness(Duration.ZERO));
  }

  @Override
  public void close() {
    lambdas.close();
  }

  /** Virtual time. */
  public Timeline timeline() {
    return timeline;
  }

  /** When the history began. */
  public Instant beginning() {
    return beginning;
  }

  /** Simulated AWS. */
  public SimulatedAws aws() {
    return aws;
  }

  /** The ids of the stores. */
  public List<String> stores() {
    return List.copyOf(stores);
  }

  /** How the history began. */
  public Setup setup() {
    return setup;
  }

  /** What the operator has set. */
  public Settings settings() {
    return settings;
  }

  /** What keymend remembers of a store; an empty item where nothing is. */
  public java.util.Optional<StoreItem> item(String customKeyStoreId) {
    return memory.find(customKeyStoreId);
  }

  /** What keymend remembers of the account's breaker. */
  public Breaker breaker() {
    return breaker.find();
  }

  /** The executions and the sweep. */
  public Machinery machinery() {
    return machinery;
  }

  /** The invocations. */
  public Lambdas lambdas() {
    return lambdas;
  }

  Fuse fuse() {
    return fuse;
  }

  Witness witness() {
    return witness;
  }

  /** Simulated AWS needs the executions before there are any. */
  private final class LateExecutions implements StartedAndDescribed {
    @Override
    public StartedExecution startExecution(String stateMachineArn, String name, String input) {
      return startAny(stateMachineArn, name, input);
    }

    @Override
    public ExecutionView describeExecution(String executionArn) {
      return machinery.describeExecution(executionArn);
    }
  }

  private StartedExecution startAny(String stateMachineArn, String name, String input)
      throws ServiceError {
    return machinery.startExecution(stateMachineArn, name, input);
  }
}
