package io.github.keymend.step;

import io.github.keymend.domain.breaker.Breaker;
import io.github.keymend.domain.incident.Act;
import io.github.keymend.domain.incident.Attempt;
import io.github.keymend.domain.incident.Intent;
import io.github.keymend.domain.incident.Outcome;
import io.github.keymend.domain.incident.StoreItem;
import io.github.keymend.domain.rule.Acts;
import io.github.keymend.domain.rule.Outcomes;
import io.github.keymend.port.CallResult;
import io.github.keymend.port.StoreItems.Change;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** An act on KMS: intent, look, one call, outcome. What it answers decides nothing; the next look does. */
public abstract class ActHandler extends StepHandler<ActHandler.Input, ActHandler.Output> {
  private final Act act;

  /** With the act that it makes. */
  protected ActHandler(Act act, World world) {
    super(Input.class, Output.class, world);
    this.act = act;
  }

  /**
   * What the workflow hands in.
   *
   * @param execution the ARN of the execution
   * @param customKeyStoreId the store
   * @param fence the number of the claim
   * @param attempt the number of the attempt
   */
  public record Input(String execution, String customKeyStoreId, long fence, int attempt) {}

  /**
   * What the workflow gets.
   *
   * @param outcome what became of the act
   * @param error the name of KMS's exception, or NONE
   */
  public record Output(Outcome outcome, String error) {}

  /** Makes the one call. */
  protected abstract CallResult call(StoreItem item, Attempt attempt);

  @Override
  public final Output handle(Input input) {
    Claimed claimed = new Claimed(input.execution(), input.customKeyStoreId(), input.fence());
    String id = Intent.id(input.fence(), input.attempt(), act);
    if (!intend(claimed, input.attempt(), id)) {
      return new Output(Outcome.NOT_MADE, "NONE");
    }
    CallResult result = confirm(claimed)
        .map(item -> call(item, attemptOf(item)))
        .orElse(new CallResult(Outcome.NOT_MADE, null));
    Instant now = world().clock().instant();
    claimed.change(
        world(),
        item -> Change.of(
            Outcomes.of(item, act, id, result.outcome(), result.error(), now), result.outcome()));
    count(act.name() + "_" + result.outcome().name());
    return new Output(result.outcome(), result.error() == null ? "NONE" : result.error());
  }

  private boolean intend(Claimed claimed, int attempt, String id) {
    Breaker breaker = breaker();
    Instant now = world().clock().instant();
    return claimed.change(world(), item -> {
      StoreItem intended = Acts.intend(item, act, attempt, id, world().settings(), breaker, now);
      return intended == null ? Change.of(item, false) : Change.of(intended, true);
    });
  }

  private Optional<StoreItem> confirm(Claimed claimed) {
    Instant now = world().clock().instant();
    UnaryOperator<StoreItem> look =
        Looking.at(world().keyStores(), claimed.customKeyStoreId(), now);
    // After the look, so that nothing slow lies between this and the call.
    Breaker breaker = breaker();
    return claimed.change(world(), item -> {
      StoreItem seen = look.apply(item);
      StoreItem confirmed = Acts.confirm(seen, act, world().settings(), breaker, now);
      return Change.of(confirmed == null ? seen : confirmed, Optional.ofNullable(confirmed));
    });
  }

  /** Only a disconnect begins something: what it has begun is brought to its end. */
  private Breaker breaker() {
    return act == Act.DISCONNECT ? world().breaker().find() : Breaker.CLOSED;
  }

  private static Attempt attemptOf(StoreItem item) {
    Attempt attempt = item.openIncident().attempt();
    if (attempt == null) {
      throw new IllegalStateException("an act was confirmed without an attempt");
    }
    return attempt;
  }
}
