package io.github.keymend.step;

import io.github.keymend.domain.breaker.Breaker;
import io.github.keymend.domain.guard.Eligible;
import io.github.keymend.domain.incident.Claim;
import io.github.keymend.domain.incident.Parked;
import io.github.keymend.domain.incident.StoreItem;
import io.github.keymend.domain.rule.Claiming;
import io.github.keymend.domain.rule.OwnerStatus;
import io.github.keymend.domain.rule.Reminding;
import io.github.keymend.domain.rule.Sighting;
import io.github.keymend.domain.rule.Sweeping;
import io.github.keymend.domain.rule.Sweeping.Verdict;
import io.github.keymend.domain.store.ConnectionState;
import io.github.keymend.domain.store.KeyStore;
import io.github.keymend.port.StoreItems.Change;
import io.github.keymend.port.TransientException;
import java.time.Instant;

/** What the sweep does about one store: first it looks, then, knowing how all the others stand, it deals with it. */
final class StoreSweep {
  private final World world;

  StoreSweep(World world) {
    this.world = world;
  }

  /** Records what KMS shows of a store. */
  StoreItem look(KeyStore store, Alarm alarm) {
    Instant now = world.clock().instant();
    return world.items().change(store.identity(), item -> {
      StoreItem looked = Sighting.of(item, store, now);
      StoreItem alarmed = store.state() == ConnectionState.CONNECTED
          ? alarm.tell(looked, world.letters(), now)
          : looked;
      return change(Reminding.of(alarmed, world.letters(), now));
    });
  }

  /** Records that KMS does not list a store. */
  StoreItem miss(StoreItem remembered) {
    Instant now = world.clock().instant();
    return world
        .items()
        .change(
            remembered.identity(),
            item -> change(Reminding.of(Sighting.missing(item, now), world.letters(), now)));
  }

  /** Starts a repair where one is needed, and sends what is unsent: whether one was started. */
  boolean deal(StoreItem item, Breaker breaker) {
    Instant now = world.clock().instant();
    Claim claim = item.claim();
    OwnerStatus owner =
        claim == null ? OwnerStatus.UNKNOWN : world.executions().status(claim.owner());
    try {
      return judge(item, owner, breaker, now);
    } finally {
      // Neither keeps the other from happening. A live repair sends its own messages.
      if (claim == null || Claiming.mayTakeOver(item, claim, owner, now)) {
        world
            .items()
            .find(item.customKeyStoreId())
            .ifPresent(current -> Telling.all(world, current));
      }
    }
  }

  private boolean judge(StoreItem item, OwnerStatus owner, Breaker breaker, Instant now) {
    Claim claim = item.claim();
    boolean fresh = hasFreshSecret(item);
    Verdict verdict = world.items().change(item.identity(), current -> {
      boolean sameOwner = claim == null
          || (current.claim() != null && current.claim().owner().equals(claim.owner()));
      OwnerStatus known = sameOwner ? owner : OwnerStatus.RUNNING;
      Verdict judged = Sweeping.judge(current, known, fresh, world.settings(), breaker, now);
      return switch (judged) {
        case NOTHING -> Change.of(Sweeping.released(current, known, now), judged);
        case START ->
          Change.of(current.withStartsWithoutOutcome(current.startsWithoutOutcome() + 1), judged);
        case PARK -> Change.of(Sweeping.noProgress(current, known, world.letters(), now), judged);
      };
    });
    if (verdict == Verdict.START) {
      start(item, now);
    }
    return verdict == Verdict.START;
  }

  private void start(StoreItem item, Instant now) {
    try {
      // Two sweeps in the same minute mean the same repair.
      String name = item.customKeyStoreId() + "-" + now.getEpochSecond() / 60;
      world.executions().startRepair(item.customKeyStoreId(), name);
    } catch (TransientException e) {
      // Counted before, in case this sweep dies; but a repair that was never started came to
      // nothing.
      world
          .items()
          .change(
              item.identity(),
              current -> change(current.withStartsWithoutOutcome(
                  Math.max(0, current.startsWithoutOutcome() - 1))));
      throw e;
    }
  }

  private boolean hasFreshSecret(StoreItem item) {
    String secret = world.settings().secretOf(item.customKeyStoreId());
    Parked parked = item.incident() == null ? null : item.incident().parked();
    return secret != null
        && parked != null
        && Sweeping.waitsForSecret(item, parked)
        && Eligible.of(item, world.secrets().versions(secret)) != null;
  }

  private static Change<StoreItem> change(StoreItem item) {
    return Change.of(item, item);
  }
}
