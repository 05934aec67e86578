package io.github.keymend.domain.rule;

import io.github.keymend.domain.breaker.Breaker;
import io.github.keymend.domain.incident.Act;
import io.github.keymend.domain.incident.Attempt;
import io.github.keymend.domain.incident.Attempt.Stage;
import io.github.keymend.domain.incident.Incident;
import io.github.keymend.domain.incident.Intent;
import io.github.keymend.domain.incident.Ours;
import io.github.keymend.domain.incident.Outcome;
import io.github.keymend.domain.incident.StoreItem;
import io.github.keymend.domain.store.ConnectionErrorCode;
import io.github.keymend.domain.store.ConnectionState;
import io.github.keymend.domain.store.Seen;
import io.github.keymend.domain.table.Cause;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an act on KMS is made: write the intent, look again, go on only if the state is the expected one, call once,
 * write the outcome. What these give back is null where the act is not to be made.
 */
public final class Acts {
  private Acts() {}

  /**
   * The item with the intent written, or null: another look is due instead.
   *
   * @param item what is remembered
   * @param act what is to be done
   * @param attempt the attempt that the workflow means
   * @param id the id of the intent, handed in by the workflow
   * @param settings what the operator has set
   * @param breaker the account's circuit breaker
   * @param now the time
   */
  public static @Nullable StoreItem intend(
      StoreItem item,
      Act act,
      int attempt,
      String id,
      Settings settings,
      Breaker breaker,
      Instant now) {
    Incident incident = item.incident();
    Attempt under = incident == null ? null : incident.attempt();
    if (under == null
        || under.number() != attempt
        || !isNextIn(under, act)
        || !item.notes().isEmpty()) {
      return null;
    }
    if (isMade(item.intent(), act, id, now) || gate(item, act, settings, breaker, now) != null) {
      return null;
    }
    StoreItem intended = item.withIntent(intent(item.intent(), act, id, now));
    return act == Act.DISCONNECT ? intended.withOurs(Ours.INTENDED) : intended;
  }

  /**
   * The item as it is to stand when the call is made, after the last look, or null: not to be made.
   *
   * @param item what is remembered, the last look included
   * @param breaker the account's circuit breaker, read after that look
   */
  public static @Nullable StoreItem confirm(
      StoreItem item, Act act, Settings settings, Breaker breaker, Instant now) {
    if (item.missingSince() != null) {
      // The last look did not find the store: what is remembered of it is older than that.
      return null;
    }
    if (!item.notes().isEmpty()
        || !isExpected(item, act, now)
        || gate(item, act, settings, breaker, now) != null) {
      return null;
    }
    Incident incident = item.openIncident();
    Attempt under = incident.attempt();
    if (under == null) {
      return null;
    }
    return switch (act) {
      case DISCONNECT -> item.withIncident(incident.with(under.at(Stage.DISCONNECTED)));
      case CORRECT -> item;
      case CONNECT ->
        item.withIncident(incident.with(under.at(Stage.CONNECTING)))
            .withGuard(item.guard().connecting());
    };
  }

  /** What forbids the act now. A disconnect also needs leave for the connect that is to follow it. */
  private static Next.@Nullable Park gate(
      StoreItem item, Act act, Settings settings, Breaker breaker, Instant now) {
    Next.Park held = act == Act.DISCONNECT ? Gate.byBreaker(item, breaker) : null;
    if (held != null) {
      return held;
    }
    Attempt under = item.openIncident().attempt();
    boolean corrects =
        act == Act.CORRECT || (act == Act.DISCONNECT && under != null && under.owesCorrection());
    return corrects ? Gate.toAct(item, settings, now) : Gate.toConnect(item, settings, now);
  }

  private static boolean isNextIn(Attempt under, Act act) {
    return switch (act) {
      case DISCONNECT -> under.stage() == Stage.DECIDED;
      case CORRECT -> under.stage() == Stage.DISCONNECTED && under.owesCorrection();
      case CONNECT ->
        !under.owesCorrection()
            && (under.stage() == Stage.DISCONNECTED || under.stage() == Stage.CORRECTED);
    };
  }

  /**
   * Whether this very act was made or may have been. An update may be repeated with the same values, but not before an
   * invocation that was given up can no longer make it: else it comes after whatever follows the second one.
   */
  private static boolean isMade(@Nullable Intent intent, Act act, String id, Instant now) {
    if (intent == null || !intent.id().equals(id) || intent.outcome() == Outcome.NOT_MADE) {
      return false;
    }
    return !(act == Act.CORRECT && intent.isUncertain() && !intent.mayBeCalling(now));
  }

  /** A repeated update remembers that the one before it ended unknown, so that it is repeated once only. */
  private static Intent intent(@Nullable Intent before, Act act, String id, Instant now) {
    Intent next = Intent.of(id, act, now);
    boolean repeated =
        act == Act.CORRECT && before != null && before.act() == act && before.isUncertain();
    return repeated ? next.ended(Outcome.UNKNOWN) : next;
  }

  private static boolean isExpected(StoreItem item, Act act, Instant now) {
    Seen seen = item.lastSeen();
    if (act != Act.DISCONNECT) {
      // Ours still: another look may have shown since that somebody else connected it and
      // disconnected it again.
      boolean allowed = item.ours() == Ours.OURS || item.people().consent() != null;
      return seen.is(ConnectionState.DISCONNECTED) && allowed;
    }
    Cause cause = item.openIncident().cause();
    ConnectionErrorCode code = seen.code() == null ? ConnectionErrorCode.NONE : seen.code();
    boolean sameCode =
        cause != null && (cause.kind() != Cause.Kind.CODE || cause.equals(Cause.code(code)));
    boolean settled = !now.isBefore(Counting.foreignConnectSettledAt(item));
    return Counting.isAgreed(item, now) && settled && sameCode;
  }
}
