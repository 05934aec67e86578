package io.github.keymend.step;

import io.github.keymend.domain.incident.ParkReason;
import io.github.keymend.domain.incident.StoreItem;
import io.github.keymend.domain.rule.Settling;
import io.github.keymend.port.StoreItems.Change;
import java.time.Duration;
import java.time.Instant;

/** Park: the incident rests, its message is written in the same breath, the claim is given back. */
public final class ParkHandler extends StepHandler<ParkHandler.Input, ParkHandler.Output> {
  private static final Duration AFTER_THE_UNEXPECTED = Duration.ofMinutes(5);

  /** Called by the Lambda runtime. */
  public ParkHandler() {
    this(Wiring.world());
  }

  /** With the given world. */
  public ParkHandler(World world) {
    super(Input.class, Output.class, world);
  }

  /**
   * What the workflow hands in.
   *
   * @param execution the ARN of the execution
   * @param customKeyStoreId the store
   * @param fence the number of the claim
   * @param reason why it rests
   * @param due when to look again; empty: not by itself
   * @param detail what was not expected, in words; may be empty
   */
  public record Input(
      String execution,
      String customKeyStoreId,
      long fence,
      ParkReason reason,
      String due,
      String detail) {}

  /**
   * What the workflow gets.
   *
   * @param ended whether the incident rests now; else a note came in and it must look again
   */
  public record Output(boolean ended) {}

  @Override
  public Output handle(Input input) {
    Claimed claimed = new Claimed(input.execution(), input.customKeyStoreId(), input.fence());
    Instant now = world().clock().instant();
    boolean unexpected = input.reason() == ParkReason.UNEXPECTED;
    Instant due = unexpected ? now.plus(AFTER_THE_UNEXPECTED) : Due.read(input.due());
    boolean ended = claimed.settle(
        world(),
        item -> {
          StoreItem parked = unexpected
              ? Settling.parkAfterAnError(item, due, input.detail(), world().letters(), now)
              : Settling.park(item, input.reason(), due, input.detail(), world().letters(), now);
          return parked == null ? Change.of(item, false) : Change.of(parked, true);
        },
        item -> true);
    count("Parked_" + input.reason().name());
    return new Output(ended);
  }
}
