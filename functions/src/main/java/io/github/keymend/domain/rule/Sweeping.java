package io.github.keymend.domain.rule;

import io.github.keymend.domain.breaker.Breaker;
import io.github.keymend.domain.incident.Claim;
import io.github.keymend.domain.incident.Incident;
import io.github.keymend.domain.incident.ParkReason;
import io.github.keymend.domain.incident.Parked;
import io.github.keymend.domain.incident.StoreItem;
import io.github.keymend.domain.message.Letters;
import io.github.keymend.domain.store.ConnectionState;
import io.github.keymend.domain.store.Seen;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** Which stores need a repair, by what the sweep sees and what is remembered. */
public final class Sweeping {
  /** So many repairs in a row without a new outcome are a loop; a person is told instead. */
  public static final int MOST_STARTS = 3;

  /** What an incident of a store out of keymend's care may rest for: it was told, or a person wants silence. */
  private static final Set<ParkReason> LEFT_ALONE =
      Set.of(ParkReason.NOT_IN_CARE, ParkReason.STOPPED, ParkReason.ABORTED);

  private Sweeping() {}

  /** What the sweep does about one store. */
  public enum Verdict {
    /** Nothing is needed. */
    NOTHING,
    /** Start a repair. */
    START,
    /** Repairs come to nothing: park and tell. */
    PARK
  }

  /**
   * Judges one store.
   *
   * @param item what is remembered, the sweep's own look included
   * @param owner what is known of the owner of its claim, if any
   * @param freshSecret whether the store's named secret holds a version that may be tried
   * @param settings what the operator has set
   * @param breaker the account's circuit breaker
   * @param now the time
   */
  public static Verdict judge(
      StoreItem item,
      OwnerStatus owner,
      boolean freshSecret,
      Settings settings,
      Breaker breaker,
      Instant now) {
    Claim claim = item.claim();
    boolean live = claim != null && !Claiming.mayTakeOver(item, claim, owner, now);
    boolean needed = settings.caresFor(item.customKeyStoreId())
        ? needsRepair(item, freshSecret, settings, breaker, now)
        : needsRest(item, now);
    if (live || !needed) {
      return Verdict.NOTHING;
    }
    return item.startsWithoutOutcome() < MOST_STARTS ? Verdict.START : Verdict.PARK;
  }

  /** Whether something is unfinished about a store that is out of keymend's care. */
  public static boolean isUnfinished(StoreItem item) {
    return item.incident() != null || !item.outbox().isEmpty();
  }

  /** The item without the claim of a repair that died where nothing needs another. */
  public static StoreItem released(StoreItem item, OwnerStatus owner, Instant now) {
    Claim claim = item.claim();
    return claim != null && Claiming.mayTakeOver(item, claim, owner, now)
        ? heedingAnAbort(item, owner, now).withClaim(null)
        : item;
  }

  /** Whoever aborts a repair says stop, also where there is no incident yet, or where repairs come to nothing. */
  private static StoreItem heedingAnAbort(StoreItem item, OwnerStatus owner, Instant now) {
    return item.claim() != null && owner == OwnerStatus.ABORTED
        ? item.withPeople(item.people().stopped(now, true))
        : item;
  }

  /** Out of keymend's care nothing is begun: an open incident is brought to rest, so that it is told, or to its end. */
  private static boolean needsRest(StoreItem item, Instant now) {
    Incident incident = item.incident();
    if (incident == null) {
      return false;
    }
    Parked parked = incident.parked();
    if (parked == null || item.claim() != null || !item.notes().isEmpty()) {
      return true;
    }
    if (item.missingSince() != null) {
      return isGone(item.missingSince(), now);
    }
    Seen seen = item.seen();
    return !LEFT_ALONE.contains(parked.reason())
        || (seen != null && seen.is(ConnectionState.CONNECTED));
  }

  private static boolean isGone(Instant missingSince, Instant now) {
    return Duration.between(missingSince, now).compareTo(Decide.GONE_AFTER) >= 0;
  }

  private static boolean needsRepair(
      StoreItem item, boolean freshSecret, Settings settings, Breaker breaker, Instant now) {
    if (!item.notes().isEmpty()) {
      return true;
    }
    Seen seen = item.seen();
    Incident incident = item.incident();
    if (incident == null) {
      return item.missingSince() == null
          && seen != null
          && (seen.is(ConnectionState.FAILED) || Phase.isStuck(seen));
    }
    Parked parked = incident.parked();
    // A claim here is that of a dead repair: what it had heard, nobody has acted on.
    if (parked == null || parked.isDue(now) || item.claim() != null) {
      return true;
    }
    if (item.missingSince() != null) {
      return isGone(item.missingSince(), now);
    }
    boolean changed = seen != null && !seen.same(parked.state(), parked.code());
    return changed
        || isReleased(parked, settings, breaker)
        || (freshSecret && waitsForSecret(item, parked));
  }

  /** Whether what it rested for is over, though nothing about the store has changed. */
  private static boolean isReleased(Parked parked, Settings settings, Breaker breaker) {
    return switch (parked.reason()) {
      case OBSERVING -> settings.mode() == Mode.REPAIR;
      case NOT_IN_CARE -> true;
      case BREAKER_OPEN -> !breaker.isOpen();
      default -> false;
    };
  }

  /** Whether an eligible version of the named secret makes the parked incident due. */
  public static boolean waitsForSecret(StoreItem item, Parked parked) {
    return switch (parked.reason()) {
      case NO_NEW_SECRET, NO_SECRET_NAMED -> true;
      case ONLY_A_PERSON_CONNECTS -> !item.guard().isSpent();
      default -> false;
    };
  }

  /** The item parked because repairs come to nothing. */
  public static StoreItem noProgress(
      StoreItem item, OwnerStatus owner, Letters letters, Instant now) {
    StoreItem heard = heedingAnAbort(item, owner, now);
    StoreItem open = heard.incident() != null ? heard : Decide.openByFailure(heard, now);
    boolean aborted = heard.people().stoppedAt() != null && heard.people().aborted();
    return Settling.parkAnyway(
            open,
            aborted ? ParkReason.ABORTED : ParkReason.NO_PROGRESS,
            null,
            item.startsWithoutOutcome() + " repairs in a row",
            letters,
            now)
        .withClaim(null);
  }
}
