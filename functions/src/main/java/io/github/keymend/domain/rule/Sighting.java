package io.github.keymend.domain.rule;

import io.github.keymend.domain.guard.CredentialGuard;
import io.github.keymend.domain.incident.Act;
import io.github.keymend.domain.incident.Intent;
import io.github.keymend.domain.incident.Ours;
import io.github.keymend.domain.incident.StoreItem;
import io.github.keymend.domain.people.Consent;
import io.github.keymend.domain.people.People;
import io.github.keymend.domain.store.ConnectionState;
import io.github.keymend.domain.store.KeyStore;
import io.github.keymend.domain.store.Seen;
import io.github.keymend.domain.store.StoreType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Records what a look showed, and what follows from it alone. */
public final class Sighting {
  private Sighting() {}

  /** The item after a look at the store. */
  public static StoreItem of(StoreItem item, KeyStore look, Instant now) {
    Seen before = item.seen();
    Seen seen = isNewFailure(item, look)
        ? Seen.first(look.state(), look.code(), now)
        : before == null
            ? Seen.first(look.state(), look.code(), now)
            : before.then(look.state(), look.code(), now);
    StoreItem next = passing(item, look, now)
        .withIdentity(look.identity())
        .withSeen(seen)
        .withMissingSince(null);
    if (before == null || !before.same(look.state(), look.code())) {
      next = next.withStartsWithoutOutcome(0);
    }
    boolean counts = Counting.connectCounts(item, now);
    if (Phase.followsConnect(look.state()) && counts) {
      next = next.withOurs(Ours.NONE);
    }
    if (look.state() == ConnectionState.CONNECTED) {
      next = next.withLastConnected(now)
          .withGuard(counts && seen.agrees() ? CredentialGuard.OPEN : next.guard())
          .withPeople(people(item, counts && seen.agrees(), now));
    }
    return settleIntent(next, look.state());
  }

  /** CONNECTED ends a stop and a consent; a stop only when it cannot be an old read from before the stop. */
  private static People people(StoreItem item, boolean agreed, Instant now) {
    People people = item.people().consent(null);
    Instant stopped = people.stoppedAt();
    boolean after = stopped != null && !now.isBefore(stopped.plus(Intent.SETTLING));
    return agreed && after ? people.released() : people;
  }

  /** What the turn from the last look to this one tells besides the state. */
  private static StoreItem passing(StoreItem item, KeyStore look, Instant now) {
    Seen before = item.seen();
    if (before == null || before.same(look.state(), look.code())) {
      return item;
    }
    StoreItem next = item;
    if (isRejectionUncounted(item, before) && look.state() != ConnectionState.CONNECTED) {
      next = next.withGuard(next.guard().rejectedAt(before.since()));
    }
    Consent consent = item.people().consent();
    if (mayBeDisconnectedByAnother(item, before, look)
        && consent != null
        && !consent.at().isAfter(before.at())) {
      next = next.withPeople(next.people().consent(null));
    }
    // Nobody knows whether a command that was given since the last look came before it or after.
    return isUndone(item, before, look) ? next.withPeople(next.people().disconnected(now)) : next;
  }

  /**
   * Something was under way at the last look, a connect of anybody or a disconnect of ours of which nothing is known, and
   * now somebody disconnects the store, and it may not have been us.
   */
  private static boolean isUndone(StoreItem item, Seen before, KeyStore look) {
    if (before.is(ConnectionState.CONNECTING)) {
      return item.ours() == Ours.NONE && Phase.followsDisconnect(look.state());
    }
    if (before.is(ConnectionState.FAILED)) {
      boolean inDoubt = item.ours() == Ours.UNKNOWN || item.ours() == Ours.INTENDED;
      return inDoubt && Phase.followsDisconnect(look.state());
    }
    Intent intent = item.intent();
    return intent != null
        && intent.isOpen(Act.CONNECT)
        && before.is(ConnectionState.DISCONNECTED)
        && look.state() == ConnectionState.DISCONNECTING;
  }

  /**
   * A rejected log-in that went by before two looks agreed: it counts against locking kmsuser all the same. Right after a
   * CONNECTED it may be an old read of one that was lifted; but to count one too many costs a person's time, one too few
   * the user.
   */
  private static boolean isRejectionUncounted(StoreItem item, Seen before) {
    return item.identity().type() == StoreType.AWS_CLOUDHSM
        && before.is(ConnectionState.FAILED)
        && CredentialGuard.concerns(before.code())
        && item.ours() == Ours.NONE
        && !Counting.actUnderWay(item, before.at());
  }

  /** The store was not disconnected at the last look, is now, and it was not us, or that is in doubt. */
  private static boolean mayBeDisconnectedByAnother(StoreItem item, Seen before, KeyStore look) {
    Intent intent = item.intent();
    return item.ours() != Ours.OURS
        && (intent == null || !intent.isOpen(Act.CONNECT))
        && !Phase.followsDisconnect(before.state())
        && Phase.followsDisconnect(look.state());
  }

  /** The item after an unfiltered list of all stores that lacks this one. */
  public static StoreItem missing(StoreItem item, Instant now) {
    return item.missingSince() == null ? item.withMissingSince(now) : item;
  }

  /** A FAILED after an accepted connect is another one, even if nobody saw what lay between. */
  private static boolean isNewFailure(StoreItem item, KeyStore look) {
    Seen before = item.seen();
    Instant connected = item.people().connectAcceptedAt();
    return before != null
        && look.state() == ConnectionState.FAILED
        && before.is(ConnectionState.FAILED)
        && connected != null
        && connected.isAfter(before.since());
  }

  private static StoreItem settleIntent(StoreItem item, ConnectionState state) {
    @Nullable Intent intent = item.intent();
    if (intent == null) {
      return item;
    }
    boolean shown = (intent.isOpen(Act.DISCONNECT) && Phase.followsDisconnect(state))
        || (intent.isOpen(Act.CONNECT) && Phase.followsConnect(state));
    return shown ? item.withIntent(intent.settle()) : item;
  }
}
