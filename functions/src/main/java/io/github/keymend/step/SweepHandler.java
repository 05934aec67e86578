package io.github.keymend.step;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sweep: looks at every store, records what it sees, starts a repair where one is needed, sends unsent messages
 * and reminders; once a day it looks at what keymend itself stands on. One store's trouble keeps it from no other.
 */
public final class SweepHandler extends StepHandler<JsonNode, SweepHandler.Output> {
  private static final Logger LOG = LoggerFactory.getLogger(SweepHandler.class);

  /** Called by the Lambda runtime. */
  public SweepHandler() {
    this(Wiring.world());
  }

  /** With the given world. */
  public SweepHandler(World world) {
    super(JsonNode.class, Output.class, world);
  }

  /**
   * What it did.
   *
   * @param stores how many stores it looked at
   * @param started the stores that it started a repair for
   * @param failed what it could not deal with: stores, the daily look; the sweep fails after it has dealt with the others
   */
  public record Output(int stores, List<String> started, List<String> failed) {}

  @Override
  public Output handle(JsonNode event) {
    Alarm alarm = Alarm.read(event);
    Map<String, KeyStore> stores = world().keyStores().all().stream()
        .filter(store -> world().settings().caresFor(store.identity().customKeyStoreId()))
        .collect(
            Collectors.toMap(store -> store.identity().customKeyStoreId(), Function.identity()));
    List<String> started = new ArrayList<>();
    List<String> failed = new ArrayList<>();
    for (KeyStore store : stores.values()) {
      attempt(store.identity().customKeyStoreId(), started, failed, () -> present(store, alarm));
    }
    for (StoreItem item : world().items().all()) {
      String id = item.customKeyStoreId();
      if (!stores.containsKey(id) && world().settings().caresFor(id)) {
        attempt(id, started, failed, () -> absent(item));
      }
    }
    // Last: the stores come first, whatever becomes of it.
    attempt("the daily look", started, failed, () -> {
      DailyCheckup.run(world());
      return false;
    });
    if (!failed.isEmpty()) {
      throw new SweepIncompleteException(
          "the sweep could not deal with " + failed + "; the log says why");
    }
    return new Output(stores.size(), started, failed);
  }

  private interface StartsRepair {
    boolean run();
  }

  private static void attempt(
      String id, List<String> started, List<String> failed, StartsRepair sweep) {
    try {
      if (sweep.run()) {
        started.add(id);
      }
    } catch (RuntimeException e) {
      LOG.error("could not deal with " + id, e);
      failed.add(id);
    }
  }

  private boolean present(KeyStore store, Alarm alarm) {
    Instant now = world().clock().instant();
    StoreItem seen = world().items().change(store.identity(), item -> {
      StoreItem looked = Sighting.of(item, store, now);
      StoreItem alarmed = store.state() == ConnectionState.CONNECTED
          ? alarm.tell(looked, world().letters(), now)
          : looked;
      return change(Reminding.of(alarmed, world().letters(), now));
    });
    return deal(seen, now);
  }

  private boolean absent(StoreItem remembered) {
    Instant now = world().clock().instant();
    StoreItem missing = world()
        .items()
        .change(
            remembered.identity(),
            item -> change(Reminding.of(Sighting.missing(item, now), world().letters(), now)));
    return deal(missing, now);
  }

  private boolean deal(StoreItem item, Instant now) {
    Claim claim = item.claim();
    OwnerStatus owner =
        claim == null ? OwnerStatus.UNKNOWN : world().executions().status(claim.owner());
    try {
      return judge(item, owner, now);
    } finally {
      // Neither keeps the other from happening. A live repair sends its own messages.
      if (claim == null || Claiming.mayTakeOver(item, claim, owner, now)) {
        world()
            .items()
            .find(item.customKeyStoreId())
            .ifPresent(current -> Telling.all(world(), current));
      }
    }
  }

  private boolean judge(StoreItem item, OwnerStatus owner, Instant now) {
    Claim claim = item.claim();
    boolean fresh = hasFreshSecret(item);
    Verdict verdict = world().items().change(item.identity(), current -> {
      boolean sameOwner = claim == null
          || (current.claim() != null && current.claim().owner().equals(claim.owner()));
      OwnerStatus known = sameOwner ? owner : OwnerStatus.RUNNING;
      Verdict judged = Sweeping.judge(current, known, fresh, world().settings(), now);
      return switch (judged) {
        case NOTHING -> Change.of(Sweeping.released(current, known, now), judged);
        case START ->
          Change.of(current.withStartsWithoutOutcome(current.startsWithoutOutcome() + 1), judged);
        case PARK -> Change.of(Sweeping.noProgress(current, world().letters(), now), judged);
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
      world().executions().startRepair(item.customKeyStoreId(), name);
    } catch (TransientException e) {
      // Counted before, in case this sweep dies; but a repair that was never started came to
      // nothing.
      world()
          .items()
          .change(
              item.identity(),
              current -> change(current.withStartsWithoutOutcome(
                  Math.max(0, current.startsWithoutOutcome() - 1))));
      throw e;
    }
  }

  private boolean hasFreshSecret(StoreItem item) {
    String secret = world().settings().secretOf(item.customKeyStoreId());
    Parked parked = item.incident() == null ? null : item.incident().parked();
    return secret != null
        && parked != null
        && Sweeping.waitsForSecret(item, parked)
        && Eligible.of(item, world().secrets().versions(secret)) != null;
  }

  private static Change<StoreItem> change(StoreItem item) {
    return Change.of(item, item);
  }
}
