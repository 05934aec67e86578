package io.github.keymend.step;

import io.github.keymend.domain.incident.StoreItem;
import io.github.keymend.domain.rule.Settling;
import io.github.keymend.port.StoreItems.Change;
import java.time.Instant;

/** Close the incident, or give the claim back where there is none. */
public final class CloseHandler extends StepHandler<CloseHandler.Input, CloseHandler.Output> {

  /** Called by the Lambda runtime. */
  public CloseHandler() {
    this(Wiring.world());
  }

  /** With the given world. */
  public CloseHandler(World world) {
    super(Input.class, Output.class, world);
  }

  /**
   * What the workflow hands in.
   *
   * @param execution the ARN of the execution
   * @param customKeyStoreId the store
   * @param fence the number of the claim
   * @param gone whether the store is gone, rather than CONNECTED
   */
  public record Input(String execution, String customKeyStoreId, long fence, boolean gone) {}

  /**
   * What the workflow gets.
   *
   * @param ended whether it is closed now; else a note came in and it must look again
   * @param told whether there is a message to send
   */
  public record Output(boolean ended, boolean told) {}

  @Override
  public Output handle(Input input) {
    Claimed claimed = new Claimed(input.execution(), input.customKeyStoreId(), input.fence());
    Instant now = world().clock().instant();
    return claimed.settle(
        world(),
        item -> item.incident() == null ? leave(item) : close(item, input.gone(), now),
        item -> new Output(true, !item.outbox().isEmpty()));
  }

  private Change<Output> close(StoreItem item, boolean gone, Instant now) {
    Settling.Closed closed = Settling.close(item, gone, world().letters(), now);
    return closed == null
        ? Change.of(item, new Output(false, false))
        : new Change<>(closed.item(), new Output(true, true), closed.closed());
  }

  private static Change<Output> leave(StoreItem item) {
    StoreItem left = Settling.leave(item);
    return left == null
        ? Change.of(item, new Output(false, false))
        : Change.of(left, new Output(true, !left.outbox().isEmpty()));
  }
}
