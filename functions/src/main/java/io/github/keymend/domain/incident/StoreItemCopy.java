package io.github.keymend.domain.incident;

import io.github.keymend.domain.guard.CredentialGuard;
import io.github.keymend.domain.message.Message;
import io.github.keymend.domain.people.People;
import io.github.keymend.domain.people.Trigger;
import io.github.keymend.domain.store.Identity;
import io.github.keymend.domain.store.Seen;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A {@link StoreItem} while one part of it is being replaced. */
final class StoreItemCopy {
  Identity identity;

  @Nullable
  Claim claim;

  long fence;

  @Nullable
  String lastOwner;

  @Nullable
  Seen seen;

  @Nullable
  Instant missingSince;

  @Nullable
  Instant lastConnected;

  Ours ours;

  @Nullable
  Instant disconnectedAt;

  @Nullable
  Intent intent;

  CredentialGuard guard;
  People people;
  DailyCount daily;
  int startsWithoutOutcome;
  List<Trigger> notes;
  List<Message> outbox;
  Map<String, Instant> alarmsTold;

  @Nullable
  Incident incident;

  StoreItemCopy(StoreItem item) {
    identity = item.identity();
    claim = item.claim();
    fence = item.fence();
    lastOwner = item.lastOwner();
    seen = item.seen();
    missingSince = item.missingSince();
    lastConnected = item.lastConnected();
    ours = item.ours();
    disconnectedAt = item.disconnectedAt();
    intent = item.intent();
    guard = item.guard();
    people = item.people();
    daily = item.daily();
    startsWithoutOutcome = item.startsWithoutOutcome();
    notes = item.notes();
    outbox = item.outbox();
    alarmsTold = item.alarmsTold();
    incident = item.incident();
  }

  StoreItem build() {
    return new StoreItem(
        identity,
        claim,
        fence,
        lastOwner,
        seen,
        missingSince,
        lastConnected,
        ours,
        disconnectedAt,
        intent,
        guard,
        people,
        daily,
        startsWithoutOutcome,
        notes,
        outbox,
        alarmsTold,
        incident);
  }
}
