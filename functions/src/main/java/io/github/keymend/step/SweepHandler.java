package io.github.keymend.step;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keymend.domain.breaker.Breaker;
import io.github.keymend.domain.incident.StoreItem;
import io.github.keymend.domain.rule.Sweeping;
import io.github.keymend.domain.store.KeyStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sweep: looks at every store, records what it sees, judges the account's breaker by all of them, starts a repair
 * where one is needed, sends unsent messages and reminders; once a day it looks at what keymend itself stands on. One
 * store's trouble keeps it from no other.
 */
public final class SweepHandler extends StepHandler<JsonNode, SweepHandler.Output> {
  private static final String BREAKER = "the breaker";
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
   * @param failed what it could not deal with: stores, the breaker, the daily look; the sweep fails after it has dealt with the
   *     others
   */
  public record Output(int stores, List<String> started, List<String> failed) {}

  @Override
  public Output handle(JsonNode event) {
    Alarm alarm = Alarm.read(event);
    Map<String, KeyStore> stores = world().keyStores().all().stream()
        .collect(
            Collectors.toMap(store -> store.identity().customKeyStoreId(), Function.identity()));
    Map<String, StoreItem> items = world().items().all().stream()
        .collect(Collectors.toMap(
            StoreItem::customKeyStoreId,
            Function.identity(),
            (one, other) -> one,
            LinkedHashMap::new));
    Set<String> ids = new LinkedHashSet<>(stores.keySet());
    ids.addAll(items.keySet());
    ids.removeIf(id -> !isConcerned(id, items.get(id)));

    StoreSweep sweep = new StoreSweep(world());
    Set<String> failed = new LinkedHashSet<>();
    List<String> looked = new ArrayList<>();
    for (String id : ids) {
      attempt(id, failed, () -> {
        KeyStore store = stores.get(id);
        items.put(id, store == null ? sweep.miss(known(items, id)) : sweep.look(store, alarm));
        looked.add(id);
      });
    }
    Breaker breaker = judge(items.values(), failed);
    List<String> started = new ArrayList<>();
    for (String id : looked) {
      attempt(id, failed, () -> {
        if (sweep.deal(known(items, id), breaker)) {
          started.add(id);
        }
      });
    }
    attempt(BREAKER, failed, () -> AccountBreaker.tell(world()));
    // Last: the stores come first, whatever becomes of it.
    attempt("the daily look", failed, () -> DailyCheckup.run(world()));
    if (!failed.isEmpty()) {
      throw new SweepIncompleteException(
          "the sweep could not deal with " + failed + "; the log says why");
    }
    return new Output(looked.size(), started, List.of());
  }

  /** A store in keymend's care, or one that left it with something unfinished. */
  private boolean isConcerned(String id, @Nullable StoreItem item) {
    return world().settings().caresFor(id) || (item != null && Sweeping.isUnfinished(item));
  }

  /** Each repair reads it again; one that cannot be read here takes up nothing that rests because of it. */
  private Breaker judge(Collection<StoreItem> items, Set<String> failed) {
    try {
      return AccountBreaker.judge(world(), items);
    } catch (RuntimeException e) {
      LOG.error("could not deal with " + BREAKER, e);
      failed.add(BREAKER);
      return Breaker.CLOSED.open(world().clock().instant(), List.of());
    }
  }

  private static StoreItem known(Map<String, StoreItem> items, String id) {
    return Objects.requireNonNull(items.get(id), id);
  }

  private static void attempt(String what, Set<String> failed, Runnable deal) {
    try {
      deal.run();
    } catch (RuntimeException e) {
      LOG.error("could not deal with " + what, e);
      failed.add(what);
    }
  }
}
