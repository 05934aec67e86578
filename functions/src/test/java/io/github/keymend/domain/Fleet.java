package io.github.keymend.domain;

import io.github.keymend.domain.breaker.Breaker;
import io.github.keymend.domain.incident.Incident;
import io.github.keymend.domain.incident.Opening;
import io.github.keymend.domain.incident.ParkReason;
import io.github.keymend.domain.incident.Parked;
import io.github.keymend.domain.incident.StoreItem;
import io.github.keymend.domain.message.BreakerLetters;
import io.github.keymend.domain.message.Commands;
import io.github.keymend.domain.message.Message;
import io.github.keymend.domain.people.Command;
import io.github.keymend.domain.people.Trigger;
import io.github.keymend.domain.rule.Breaking;
import io.github.keymend.domain.rule.Mode;
import io.github.keymend.domain.rule.Settings;
import io.github.keymend.domain.rule.Sighting;
import io.github.keymend.domain.store.ConnectionErrorCode;
import io.github.keymend.domain.store.ConnectionState;
import io.github.keymend.domain.store.Identity;
import io.github.keymend.domain.store.KeyStore;
import io.github.keymend.domain.store.StoreType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The stores of an account and their breaker, on a clock that only the test moves: 1 March 2026, 10:00 UTC. */
public final class Fleet {
  /** When every story begins. */
  public static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

  private static final ConnectionErrorCode CODE = new ConnectionErrorCode("XKS_PROXY_TIMED_OUT");
  private final Map<String, StoreItem> items = new TreeMap<>();
  private Settings settings = new Settings(Mode.REPAIR, Set.of(), 3, Map.of());
  private Breaker breaker = Breaker.CLOSED;
  private Instant now = START;

  /** Stores by these ids, CONNECTED by two looks, a long time ago. */
  public static Fleet of(String... ids) {
    Fleet fleet = new Fleet();
    fleet.now = START.minus(Duration.ofHours(1));
    for (String id : ids) {
      fleet.items.put(
          id,
          StoreItem.of(new Identity(
              id, "name-" + id, StoreType.EXTERNAL_KEY_STORE, "proxy https://xks.example.com")));
      fleet.connected(id);
    }
    fleet.now = START;
    return fleet;
  }

  /** These stores are excluded. */
  public Fleet excluding(String... ids) {
    settings = new Settings(Mode.REPAIR, Set.of(), Set.of(ids), 3, Map.of());
    return this;
  }

  /** Minutes pass. */
  public Fleet minutes(long minutes) {
    now = now.plus(Duration.ofMinutes(minutes));
    return this;
  }

  /** A look shows these stores FAILED. */
  public Fleet failed(String... ids) {
    for (String id : ids) {
      sees(id, ConnectionState.FAILED, CODE, now);
    }
    return this;
  }

  /** These stores have an incident since now. */
  public Fleet incident(Opening opening, String... ids) {
    for (String id : ids) {
      StoreItem item = sees(id, ConnectionState.FAILED, CODE, now);
      items.put(id, item.withIncident(Incident.open(id + "@" + now, now, opening, null)));
    }
    return this;
  }

  /** The incident of this store rests because of the breaker. */
  public Fleet heldBack(String id) {
    incident(Opening.FAILED, id);
    StoreItem item = Objects.requireNonNull(items.get(id), id);
    Parked parked =
        new Parked(ParkReason.BREAKER_OPEN, ConnectionState.FAILED, CODE, now, null, 0, 0);
    items.put(id, item.withIncident(item.openIncident().park(parked)));
    return this;
  }

  /** Two looks show these stores CONNECTED, and their incidents are over. */
  public Fleet connected(String... ids) {
    for (String id : ids) {
      sees(id, ConnectionState.CONNECTED, null, now.minusSeconds(10));
      items.put(id, sees(id, ConnectionState.CONNECTED, null, now).withIncident(null));
    }
    return this;
  }

  /** KMS lists this store no more. */
  public Fleet gone(String id) {
    items.computeIfPresent(id, (each, item) -> item.withMissingSince(now));
    return this;
  }

  private StoreItem sees(
      String id, ConnectionState state, @Nullable ConnectionErrorCode code, Instant at) {
    StoreItem item = Objects.requireNonNull(items.get(id), id);
    StoreItem seen = Sighting.of(item, new KeyStore(item.identity(), state, code), at);
    items.put(id, seen);
    return seen;
  }

  /** Another breaker than this one's is judged. */
  public Fleet judging(Breaker other) {
    breaker = other;
    return this;
  }

  /** What is remembered is judged. */
  public Fleet judged() {
    breaker = breaking().judge(breaker, items.values(), now);
    return this;
  }

  /** A person's reset that was given so many minutes ago arrives. */
  public Fleet reset(String trigger, long minutesAgo) {
    Instant given = now.minus(Duration.ofMinutes(minutesAgo));
    breaker = breaking().reset(breaker, new Trigger.Commanded(trigger, Command.RESET, given), now);
    return this;
  }

  private Breaking breaking() {
    Commands commands =
        new Commands("arn:aws:states:eu-central-1:111122223333:stateMachine:keymend");
    return new Breaking(settings, new BreakerLetters(commands));
  }

  /** All messages that were written are sent. */
  public Fleet told() {
    breaker = breaker.told(breaker.outbox().stream().map(Message::id).toList());
    return this;
  }

  /** The breaker. */
  public Breaker breaker() {
    return breaker;
  }

  /** What is written and not sent. */
  public List<Message> outbox() {
    return breaker.outbox();
  }

  /** The kinds of what is written and not sent. */
  public List<Message.Kind> written() {
    return breaker.outbox().stream().map(Message::kind).toList();
  }
}
