package io.github.keymend.domain.rule;

import io.github.keymend.domain.breaker.Breaker;
import io.github.keymend.domain.incident.DailyCount;
import io.github.keymend.domain.incident.Incident;
import io.github.keymend.domain.incident.ParkReason;
import io.github.keymend.domain.incident.StoreItem;
import io.github.keymend.domain.store.ConnectionState;
import io.github.keymend.domain.store.StoreType;
import io.github.keymend.domain.table.Remedy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What forbids an act. Checked before an attempt begins and again before every act, so that whatever changes in
 * between stops it. Null means: go.
 */
public final class Gate {
  private Gate() {}

  /** Whether people have taken the store out of keymend's hands: by a stop, or by the lists. */
  static Next.@Nullable Park handsOff(StoreItem item, Settings settings) {
    if (item.people().stoppedAt() != null) {
      return park(item.people().aborted() ? ParkReason.ABORTED : ParkReason.STOPPED);
    }
    return settings.caresFor(item.customKeyStoreId()) ? null : park(ParkReason.NOT_IN_CARE);
  }

  /** What forbids any act on the store now. */
  public static Next.@Nullable Park toAct(StoreItem item, Settings settings, Instant now) {
    Next.Park handsOff = handsOff(item, settings);
    if (handsOff != null) {
      return handsOff;
    }
    if (settings.mode() == Mode.OBSERVE) {
      return park(ParkReason.OBSERVING);
    }
    Instant grace = Grace.until(item, now);
    return grace == null ? null : new Next.Park(ParkReason.GRACE, grace);
  }

  /**
   * Whether the account's breaker forbids to disconnect the store. One that is disconnected already is brought to its
   * end: to leave it down would make one trouble more.
   */
  static Next.@Nullable Park byBreaker(StoreItem item, Breaker breaker) {
    return item.lastSeen().is(ConnectionState.FAILED) && breaker.holdsBack(item)
        ? park(ParkReason.BREAKER_OPEN)
        : null;
  }

  /** What forbids a connect now: for a CloudHSM store also the guard, which no command overrides. */
  public static Next.@Nullable Park toConnect(StoreItem item, Settings settings, Instant now) {
    if (item.identity().type() == StoreType.AWS_CLOUDHSM && !item.guard().mayConnect()) {
      return park(ParkReason.ONLY_A_PERSON_CONNECTS);
    }
    return toAct(item, settings, now);
  }

  /**
   * What forbids to begin another attempt.
   *
   * @param allowed how many attempts the remedy has since the budget was last renewed
   * @param begin when it would begin, the pause before it included
   */
  public static Next.@Nullable Park toBegin(
      StoreItem item,
      Settings settings,
      Remedy remedy,
      int allowed,
      Deadline deadline,
      Instant begin,
      Instant now) {
    Next.Park forbidden = toAct(item, settings, now);
    if (forbidden != null) {
      return forbidden;
    }
    Incident incident = item.openIncident();
    if (incident.spent(remedy) >= allowed) {
      return park(ParkReason.BUDGET_SPENT);
    }
    if (item.daily().isReached(now)) {
      return new Next.Park(ParkReason.DAILY_CAP_REACHED, DailyCount.nextDay(now));
    }
    if (!deadline.allowsAttempt(begin)) {
      return new Next.Park(ParkReason.CONTINUES_LATER, now);
    }
    return null;
  }

  private static Next.Park park(ParkReason reason) {
    return new Next.Park(reason, null);
  }
}
