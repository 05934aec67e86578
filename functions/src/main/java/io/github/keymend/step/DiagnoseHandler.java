package io.github.keymend.step;

import io.github.keymend.domain.breaker.Breaker;
import io.github.keymend.domain.guard.SecretVersion;
import io.github.keymend.domain.incident.Incident;
import io.github.keymend.domain.incident.StoreItem;
import io.github.keymend.domain.rule.Deadline;
import io.github.keymend.domain.rule.Diagnose;
import io.github.keymend.domain.rule.Diagnosis;
import io.github.keymend.domain.rule.Pace;
import io.github.keymend.domain.store.ConnectionState;
import io.github.keymend.domain.table.Cause;
import io.github.keymend.domain.table.Remedy;
import io.github.keymend.port.StoreItems.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Diagnose: the remedy for the cause, from the decision table, after every gate. */
public final class DiagnoseHandler
    extends StepHandler<DiagnoseHandler.Input, DiagnoseHandler.Output> {

  /** Called by the Lambda runtime. */
  public DiagnoseHandler() {
    this(Wiring.world());
  }

  /** With the given world. */
  public DiagnoseHandler(World world) {
    super(Input.class, Output.class, world);
  }

  /**
   * What the workflow hands in.
   *
   * @param execution the ARN of the execution
   * @param customKeyStoreId the store
   * @param fence the number of the claim
   * @param startedAt when the execution started
   */
  public record Input(String execution, String customKeyStoreId, long fence, Instant startedAt) {}

  /**
   * What the workflow gets.
   *
   * @param remedy what is to be done about the cause
   * @param cause the cause, or NONE
   * @param go whether the attempt may begin; else the incident is to be parked
   * @param state the state that it starts from: FAILED or DISCONNECTED
   * @param attempt the number of the attempt, with go
   * @param pauseSeconds how long to wait before looking again, with go; 0: act now
   * @param reason why not, without go; else NONE
   * @param due when to look again, without go; empty: not by itself
   */
  public record Output(
      Remedy remedy,
      String cause,
      boolean go,
      ConnectionState state,
      int attempt,
      long pauseSeconds,
      String reason,
      String due) {}

  @Override
  public Output handle(Input input) {
    String secret = world().settings().secretOf(input.customKeyStoreId());
    List<SecretVersion> versions =
        secret == null ? null : versions(input.customKeyStoreId(), secret);
    Diagnose diagnose = new Diagnose(world().settings(), world().letters());
    Claimed claimed = new Claimed(input.execution(), input.customKeyStoreId(), input.fence());
    // Not only in the sweep: stores whose repairs were started by events fail between two sweeps.
    Breaker breaker = isFailed(input.customKeyStoreId())
        ? AccountBreaker.judge(world(), world().items().all())
        : Breaker.CLOSED;
    Instant now = world().clock().instant();
    Output output = claimed.change(world(), item -> {
      Diagnosis diagnosis =
          diagnose.of(item, versions, breaker, new Deadline(input.startedAt()), now);
      return Change.of(diagnosis.item(), output(diagnosis));
    });
    count(output.go() ? "AttemptBegun" : "NoAttempt");
    return output;
  }

  /** Nothing else is held back; and what we have disconnected is not to wait for what concerns other stores. */
  private boolean isFailed(String customKeyStoreId) {
    return world()
        .items()
        .find(customKeyStoreId)
        .map(StoreItem::seen)
        .filter(seen -> seen.is(ConnectionState.FAILED))
        .isPresent();
  }

  /** A secret that cannot be listed must not keep a store down that needs none. */
  private List<SecretVersion> versions(String customKeyStoreId, String secret) {
    boolean asked =
        world().items().find(customKeyStoreId).filter(Diagnose::asksForSecret).isPresent();
    return asked ? world().secrets().versions(secret) : List.of();
  }

  private static Output output(Diagnosis diagnosis) {
    Incident incident = diagnosis.item().openIncident();
    Cause cause = incident.cause();
    return new Output(
        diagnosis.remedy(),
        cause == null ? "NONE" : cause.name(),
        diagnosis.reason() == null,
        diagnosis.state(),
        diagnosis.attempt(),
        pauseSeconds(diagnosis.pause()),
        diagnosis.reason() == null ? "NONE" : diagnosis.reason().name(),
        Due.write(diagnosis.due()));
  }

  /** In steps short enough that a stop is read on the way; rounded up, so that none is zero before its time. */
  private static long pauseSeconds(Duration pause) {
    Duration step = pause.compareTo(Pace.LONGEST) < 0 ? pause : Pace.LONGEST;
    return step.plusMillis(999).toSeconds();
  }
}
