package io.github.keymend.domain.incident;

import io.github.keymend.domain.guard.CredentialGuard;
import io.github.keymend.domain.message.Message;
import io.github.keymend.domain.people.People;
import io.github.keymend.domain.people.Trigger;
import io.github.keymend.domain.store.Identity;
import io.github.keymend.domain.store.Seen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All that is remembered of one store. Never deleted while the store exists.
 *
 * @param identity which store
 * @param claim the execution that may act on it, or null
 * @param fence the number of the last claim; never goes down
 * @param lastOwner who had that claim
 * @param seen what the last looks showed; null before the first
 * @param missingSince since when unfiltered lists lack the store; null: it is there
 * @param lastConnected the last CONNECTED that was seen
 * @param ours whether keymend disconnected it
 * @param disconnectedAt when we called for the last disconnect that KMS accepted from us
 * @param intent the last act and its outcome
 * @param guard the guard against locking kmsuser
 * @param people what people did and said
 * @param daily the attempts of the day
 * @param startsWithoutOutcome repairs that the sweep has started since anything last came of one
 * @param notes triggers that met a live claim and are not read yet
 * @param outbox messages that are written and not sent yet
 * @param alarmsTold for each alarm, the transition that was told last
 * @param incident the open incident, or null
 */
public record StoreItem(
    Identity identity,
    @Nullable Claim claim,
    long fence,
    @Nullable String lastOwner,
    @Nullable Seen seen,
    @Nullable Instant missingSince,
    @Nullable Instant lastConnected,
    Ours ours,
    @Nullable Instant disconnectedAt,
    @Nullable Intent intent,
    CredentialGuard guard,
    People people,
    DailyCount daily,
    int startsWithoutOutcome,
    List<Trigger> notes,
    List<Message> outbox,
    Map<String, Instant> alarmsTold,
    @Nullable Incident incident) {
  /** Defensive copies. */
  public StoreItem {
    notes = List.copyOf(notes);
    outbox = List.copyOf(outbox);
    alarmsTold = Map.copyOf(alarmsTold);
  }

  /** A store that nothing is known of yet. */
  public static StoreItem of(Identity identity) {
    return new StoreItem(
        identity,
        null,
        0,
        null,
        null,
        null,
        null,
        Ours.NONE,
        null,
        null,
        CredentialGuard.OPEN,
        People.NOBODY,
        DailyCount.ZERO,
        0,
        List.of(),
        List.of(),
        Map.of(),
        null);
  }

  /** The store's id. */
  public String customKeyStoreId() {
    return identity.customKeyStoreId();
  }

  /** The open incident, where there must be one. */
  public Incident openIncident() {
    if (incident == null) {
      throw new IllegalStateException("no incident is open for " + customKeyStoreId());
    }
    return incident;
  }

  /** What the last looks showed, where there must have been one. */
  public Seen lastSeen() {
    if (seen == null) {
      throw new IllegalStateException("nobody has looked at " + customKeyStoreId() + " yet");
    }
    return seen;
  }

  /** The same with one more message to send, unless its incident has said it. */
  public StoreItem say(Message message) {
    if (outbox.stream().anyMatch(m -> m.id().equals(message.id()))
        || (incident != null && incident.told().contains(message.id()))) {
      return this;
    }
    List<Message> more = new ArrayList<>(outbox);
    more.add(message);
    StoreItem said = withOutbox(more);
    return incident == null ? said : said.withIncident(incident.said(message.id()));
  }

  /** The same with another identity. */
  public StoreItem withIdentity(Identity next) {
    return copy(copy -> copy.identity = next);
  }

  /** The same with another claim. */
  public StoreItem withClaim(@Nullable Claim next) {
    return copy(copy -> copy.claim = next);
  }

  /** The same with another seen. */
  public StoreItem withSeen(@Nullable Seen next) {
    return copy(copy -> copy.seen = next);
  }

  /** The same with another missingSince. */
  public StoreItem withMissingSince(@Nullable Instant next) {
    return copy(copy -> copy.missingSince = next);
  }

  /** The same with another lastConnected. */
  public StoreItem withLastConnected(@Nullable Instant next) {
    return copy(copy -> copy.lastConnected = next);
  }

  /** The same with another ours. */
  public StoreItem withOurs(Ours next) {
    return copy(copy -> copy.ours = next);
  }

  /** The same after KMS has accepted a disconnect from us, called for then. */
  public StoreItem disconnectedByUs(Instant at) {
    return copy(copy -> {
      copy.ours = Ours.OURS;
      copy.disconnectedAt = at;
    });
  }

  /** The same with another intent. */
  public StoreItem withIntent(@Nullable Intent next) {
    return copy(copy -> copy.intent = next);
  }

  /** The same with another guard. */
  public StoreItem withGuard(CredentialGuard next) {
    return copy(copy -> copy.guard = next);
  }

  /** The same with another people. */
  public StoreItem withPeople(People next) {
    return copy(copy -> copy.people = next);
  }

  /** The same with another daily. */
  public StoreItem withDaily(DailyCount next) {
    return copy(copy -> copy.daily = next);
  }

  /** The same with another startsWithoutOutcome. */
  public StoreItem withStartsWithoutOutcome(int next) {
    return copy(copy -> copy.startsWithoutOutcome = next);
  }

  /** The same with another notes. */
  public StoreItem withNotes(List<Trigger> next) {
    return copy(copy -> copy.notes = next);
  }

  /** The same with another outbox. */
  public StoreItem withOutbox(List<Message> next) {
    return copy(copy -> copy.outbox = next);
  }

  /** The same with another alarmsTold. */
  public StoreItem withAlarmsTold(Map<String, Instant> next) {
    return copy(copy -> copy.alarmsTold = next);
  }

  /** The same with another incident. */
  public StoreItem withIncident(@Nullable Incident next) {
    return copy(copy -> copy.incident = next);
  }

  /** The same, claimed. */
  public StoreItem claimed(Claim next) {
    return copy(copy -> {
      copy.claim = next;
      copy.fence = next.fence();
      copy.lastOwner = next.owner();
    });
  }

  private StoreItem copy(Consumer<StoreItemCopy> change) {
    StoreItemCopy copy = new StoreItemCopy(this);
    change.accept(copy);
    return copy.build();
  }
}
