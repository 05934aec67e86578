package io.github.keymend.domain.rule;

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

/** Which stores need a repair, by what the sweep sees and what is remembered. */
public final class Sweeping {
  /** So many repairs in a row without a new outcome are a loop; a person is told instead. */
  public static final int MOST_STARTS = 3;

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
   * @param now the time
   */
  public static Verdict judge(
      StoreItem item, OwnerStatus owner, boolean freshSecret, Settings settings, Instant now) {
    Claim claim = item.claim();
    boolean live = claim != null && !Claiming.mayTakeOver(item, claim, owner, now);
    if (live || !needsRepair(item, freshSecret, settings, now)) {
      return Verdict.NOTHING;
    }
    return item.startsWithoutOutcome() < MOST_STARTS ? Verdict.START : Verdict.PARK;
  }

  /** The item without the claim of a repair that died where nothing needs another. */
  public static StoreItem released(StoreItem item, OwnerStatus owner, Instant now) {
    Claim claim = item.claim();
    return claim != null && Claiming.mayTakeOver(item, claim, owner, now)
        ? item.withClaim(null)
        : item;
  }

  private static boolean needsRepair(
      StoreItem item, boolean freshSecret, Settings settings, Instant now) {
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
      return Duration.between(item.missingSince(), now).compareTo(Decide.GONE_AFTER) >= 0;
    }
    boolean changed = seen != null && !seen.same(parked.state(), parked.code());
    // It rested only because keymend was to observe, and now it may act.
    boolean released =
        parked.reason() == ParkReason.OBSERVING && settings.mayActOn(item.customKeyStoreId());
    return changed || released || (freshSecret && waitsForSecret(item, parked));
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
  public static StoreItem noProgress(StoreItem item, Letters letters, Instant now) {
    StoreItem open = item.incident() != null ? item : Decide.openByFailure(item, now);
    return Settling.parkAnyway(
            open,
            ParkReason.NO_PROGRESS,
            null,
            item.startsWithoutOutcome() + " repairs in a row",
            letters,
            now)
        .withClaim(null);
  }
}
