package io.github.keymend.lab.scenario;

import io.github.keymend.domain.incident.Incident;
import io.github.keymend.domain.incident.StoreItem;
import io.github.keymend.lab.asl.run.ExecutionEvent;
import io.github.keymend.lab.asl.run.ExecutionListener;
import io.github.keymend.lab.kms.ConnectionState;
import io.github.keymend.lab.kms.SimulatedKms;
import io.github.keymend.lab.service.Caller;
import io.github.keymend.lab.service.Place;
import io.github.keymend.lab.stage.Lab;
import io.github.keymend.lab.stage.LabSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One run of a scenario on the whole of keymend. */
public final class Rehearsal {
  /** The person who acts in every scenario. */
  public static final Caller OPERATOR = Caller.user("operator");

  private static final String STORE_NAME = "payments";
  private static final String STORE_ID = "cks-1234567890abcdef0";

  /** Nothing but reads for so long, a sweep among them: nothing more happens by itself. */
  private static final Duration QUIET = Lab.SWEEP_RATE.plusMinutes(1);

  /** Longer than any incident that goes on by itself. */
  private static final Duration PATIENCE = Duration.ofHours(12);

  private final Lab lab;
  private final Story story;
  private final Instant begin;
  private final String secretArn;
  private final List<Rest> rests = new ArrayList<>();
  private final List<String> stores = new ArrayList<>();

  /** A rehearsal that has not begun. */
  public Rehearsal(Scenario scenario, Path workflow) {
    String arn = Place.DEFAULT.arn("secretsmanager", "secret:" + STORE_NAME + "-LabLab");
    LabSettings settings = LabSettings.repairing().in(scenario.mode()).running(workflow);
    if (scenario.excluded()) {
      settings = settings.excluding(STORE_ID);
    }
    var ear = new Ear();
    this.lab = new Lab(scenario.hasSecret() ? settings.correcting(STORE_ID, arn) : settings, ear);
    this.secretArn = lab.aws().secrets().create(STORE_NAME);
    String id = scenario.shape().addTo(lab.kms(), STORE_NAME);
    if (!id.equals(STORE_ID) || !secretArn.equals(arn)) {
      throw new IllegalStateException("the lab names its first store and secret otherwise: " + id);
    }
    stores.add(STORE_ID);
    this.begin = lab.timeline().now();
    this.story = new Story(lab, STORE_ID);
    ear.story = story;
  }

  /** Plays the script, with the sweep on its schedule, up to where nothing more happens by itself. */
  public static Rehearsal of(Scenario scenario, Path workflow) {
    var rehearsal = new Rehearsal(scenario, workflow);
    rehearsal.lab.startSweeping();
    scenario.script().forEach(step -> step.play(rehearsal));
    rehearsal.settle();
    return rehearsal;
  }

  /** Lets time pass until nothing more happens by itself, and remembers how the store stands then. */
  public void settle() {
    Instant limit = lab.timeline().now().plus(PATIENCE);
    while (!isSettled()
        && lab.timeline().nextAt().filter(at -> !at.isAfter(limit)).isPresent()) {
      lab.timeline().runNext();
    }
    String state = lab.kms().store(STORE_ID).map(store -> store.state().name()).orElse("GONE");
    Incident incident = incident(STORE_ID);
    String reason = incident == null
        ? ""
        : incident.parked() == null ? "AT_WORK" : incident.parked().reason().name();
    rests.add(new Rest(story.lastActivity(), state, reason));
  }

  private boolean isSettled() {
    boolean isQuiet = !lab.timeline().now().isBefore(story.lastActivity().plus(QUIET));
    if (!isQuiet || lab.stepFunctions().isRunning()) {
      return false;
    }
    return stores.stream().allMatch(this::isSettled);
  }

  private boolean isSettled(String storeId) {
    Incident incident = incident(storeId);
    if (incident != null) {
      return incident.parked() != null && incident.parked().due() == null;
    }
    return lab.kms().store(storeId).filter(store -> isChanging(store.state())).isEmpty();
  }

  private static boolean isChanging(ConnectionState state) {
    return state == ConnectionState.CONNECTING || state == ConnectionState.DISCONNECTING;
  }

  private @Nullable Incident incident(String storeId) {
    return lab.item(storeId).map(StoreItem::incident).orElse(null);
  }

  /** Another store beside the one that the scenario is about: its id. */
  public String addStore(String name) {
    String id = StoreShape.EXTERNAL_PUBLIC.addTo(lab.kms(), name);
    stores.add(id);
    return id;
  }

  /** A person resets the account's circuit breaker. */
  public void resetBreaker() {
    story.person("commands reset");
    lab.resetBreaker();
  }

  /** Lets virtual time pass. */
  public void pass(Duration span) {
    lab.run(span);
  }

  /** A person gives keymend a command. */
  public void command(String command) {
    story.person("commands " + command);
    lab.command(STORE_ID, command);
  }

  /** A person puts a value into the secret that is named for the store. */
  public void putSecret(String value) {
    story.person("puts a secret version");
    lab.aws().secrets().put(secretArn, value);
  }

  /** The whole of keymend. */
  public Lab lab() {
    return lab;
  }

  /** The simulated KMS. */
  public SimulatedKms kms() {
    return lab.kms();
  }

  /** The store's id. */
  public String storeId() {
    return STORE_ID;
  }

  /** What has happened. */
  public Story story() {
    return story;
  }

  /** When it began, in virtual time. */
  public Instant begin() {
    return begin;
  }

  /** How the store stood each time when nothing more happened by itself. */
  public List<Rest> rests() {
    return List.copyOf(rests);
  }

  /** Attempts of keymend, in all incidents together. */
  public int attempts() {
    int closed = lab.items().history().stream()
        .mapToInt(each -> each.incident().attempts())
        .sum();
    return closed
        + stores.stream()
            .map(this::incident)
            .filter(Objects::nonNull)
            .mapToInt(Incident::attempts)
            .sum();
  }

  /** The lab wants a listener before there is a story. */
  private static final class Ear implements ExecutionListener {
    private @Nullable Story story;

    @Override
    public void on(String arn, ExecutionEvent event) {
      if (story != null) {
        story.on(arn, event);
      }
    }
  }
}
