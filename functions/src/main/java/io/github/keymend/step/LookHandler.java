package io.github.keymend.step;

import io.github.keymend.domain.incident.StoreItem;
import io.github.keymend.domain.rule.Deadline;
import io.github.keymend.domain.rule.Decide;
import io.github.keymend.domain.rule.Decision;
import io.github.keymend.domain.rule.Hearing;
import io.github.keymend.domain.rule.Next;
import io.github.keymend.domain.store.Seen;
import io.github.keymend.port.StoreItems.Change;
import java.time.Instant;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Look: describe the store, read the notes, decide what comes next. */
public final class LookHandler extends StepHandler<LookHandler.Input, LookHandler.Output> {

  /** Called by the Lambda runtime. */
  public LookHandler() {
    this(Wiring.world());
  }

  /** With the given world. */
  public LookHandler(World world) {
    super(Input.class, Output.class, world);
  }

  /**
   * What the workflow hands in.
   *
   * @param execution the ARN of the execution
   * @param customKeyStoreId the store
   * @param fence the number of the claim
   * @param startedAt when the execution started
   * @param looks how many looks it has made since its last act
   */
  public record Input(
      String execution, String customKeyStoreId, long fence, Instant startedAt, int looks) {}

  /**
   * What the workflow gets.
   *
   * @param next what to do: LEAVE, WAIT, DIAGNOSE, CORRECT, CONNECT, CLOSE or PARK
   * @param state the state that was seen; MISSING where KMS does not list the store
   * @param code the error code that was seen, or NONE
   * @param waitSeconds how long to wait, with WAIT
   * @param attempt the attempt under way, with CORRECT and CONNECT
   * @param gone whether the store is gone, with CLOSE
   * @param reason why, with PARK; else NONE
   * @param due when to look again, with PARK; empty: not by itself
   */
  public record Output(
      String next,
      String state,
      String code,
      long waitSeconds,
      int attempt,
      boolean gone,
      String reason,
      String due) {}

  @Override
  public Output handle(Input input) {
    Instant now = world().clock().instant();
    UnaryOperator<StoreItem> look = Looking.at(world().keyStores(), input.customKeyStoreId(), now);
    Claimed claimed = new Claimed(input.execution(), input.customKeyStoreId(), input.fence());
    return claimed.change(world(), item -> {
      StoreItem heard =
          Hearing.notes(look.apply(item), world().settings(), world().letters(), now);
      Decision decision = Decide.after(
          heard, world().settings(), new Deadline(input.startedAt()), input.looks(), now);
      return Change.of(decision.item(), output(decision));
    });
  }

  private static Output output(Decision decision) {
    Next next = decision.next();
    Seen seen = decision.item().seen();
    boolean missing = decision.item().missingSince() != null || seen == null;
    String state = missing || seen == null ? "MISSING" : seen.state().name();
    String code =
        missing || seen == null || seen.code() == null ? "NONE" : seen.code().value();
    int attempt = next instanceof Next.Correct correct
        ? correct.attempt()
        : next instanceof Next.Connect connect ? connect.attempt() : 0;
    Next.Park park = next instanceof Next.Park parked ? parked : null;
    return new Output(
        next.getClass().getSimpleName().toUpperCase(Locale.ROOT),
        state,
        code,
        next instanceof Next.Wait wait ? wait.pause().plusMillis(999).toSeconds() : 0,
        attempt,
        next instanceof Next.Close close && close.gone(),
        park == null ? "NONE" : park.reason().name(),
        Due.write(park == null ? null : park.due()));
  }
}
