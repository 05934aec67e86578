package io.github.keymend.domain.rule;

import io.github.keymend.domain.guard.CredentialGuard;
import io.github.keymend.domain.incident.Act;
import io.github.keymend.domain.incident.Incident;
import io.github.keymend.domain.incident.Intent;
import io.github.keymend.domain.incident.Ours;
import io.github.keymend.domain.incident.Outcome;
import io.github.keymend.domain.incident.StoreItem;
import io.github.keymend.domain.people.People;
import io.github.keymend.domain.store.ConnectionErrorCode;
import io.github.keymend.domain.store.ConnectionState;
import io.github.keymend.domain.store.KeyStore;
import io.github.keymend.domain.store.Seen;
import io.github.keymend.domain.store.StoreType;
import io.github.keymend.domain.table.Cause;
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
    next = next.withOurs(
        Phase.followsConnect(look.state())
            ? afterConnect(item, counts)
            : afterDisconnect(item, look, now));
    if (look.state() == ConnectionState.CONNECTED) {
      next = next.withLastConnected(now)
          .withGuard(counts && seen.agrees() ? CredentialGuard.OPEN : next.guard())
          .withPeople(people(item, counts && seen.agrees(), now));
    }
    return settleIntent(next, look.state());
  }

  /**
   * Whose the disconnect is after a look at CONNECTING or CONNECTED. Soon after our disconnect that is what was there
   * before it, where no look has shown the disconnect yet, or where a connect just before it is known of. Else reads went
   * back in time, or somebody connects what we disconnected; and then the next DISCONNECTED is ours, or somebody's as well.
   */
  private static Ours afterConnect(StoreItem item, boolean counts) {
    if (counts) {
      return Ours.NONE;
    }
    Seen before = item.seen();
    boolean shown = before != null && Phase.followsDisconnect(before.state());
    return item.ours() == Ours.OURS && shown && !isFromBefore(item) ? Ours.UNKNOWN : item.ours();
  }

  /** Whether somebody is known to have connected the store shortly before we disconnected it. */
  private static boolean isFromBefore(StoreItem item) {
    Instant connect = item.people().foreignConnectAt();
    Instant ours = item.disconnectedAt();
    return connect != null && ours != null && !connect.plus(Intent.SETTLING).isBefore(ours);
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
    // Nobody knows whether a command that was given since the last look came before it or after.
    return isUndone(item, before, look) ? next.withPeople(next.people().disconnected(now)) : next;
  }

  /**
   * The store was not disconnected at the last look, or is being disconnected once more, and it may not have been us.
   */
  private static boolean isUndone(StoreItem item, Seen before, KeyStore look) {
    if (!Phase.followsDisconnect(before.state())) {
      return item.ours() != Ours.OURS && Phase.followsDisconnect(look.state());
    }
    Intent intent = item.intent();
    boolean connecting = intent != null && intent.isOpen(Act.CONNECT);
    return isAgain(before, look) && (connecting || item.ours() != Ours.OURS);
  }

  /** DISCONNECTED, and now on the way there: connected by somebody and disconnected again, all since the last look. */
  private static boolean isAgain(Seen before, KeyStore look) {
    return before.is(ConnectionState.DISCONNECTED) && look.state() == ConnectionState.DISCONNECTING;
  }

  /**
   * What we disconnected may have been disconnected by another since. Two looks at nearly the same time, in the wrong
   * order, are reads that are not yet of one mind.
   */
  private static Ours afterDisconnect(StoreItem item, KeyStore look, Instant now) {
    Seen before = item.seen();
    boolean again =
        before != null && isAgain(before, look) && !now.isBefore(before.at().plus(Seen.APART));
    return again && item.ours() == Ours.OURS ? Ours.UNKNOWN : item.ours();
  }

  /**
   * A rejected log-in that went by before two looks agreed: it counts against locking kmsuser all the same. Right after a
   * CONNECTED it may be an old read of one that was lifted; but to count one too many costs a person's time, one too few
   * the user.
   */
  private static boolean isRejectionUncounted(StoreItem item, Seen before) {
    if (item.identity().type() != StoreType.AWS_CLOUDHSM
        || !before.is(ConnectionState.FAILED)
        || !CredentialGuard.concerns(before.code())) {
      return false;
    }
    boolean plain = item.ours() == Ours.NONE && !Counting.actUnderWay(item, before.at());
    return plain || isOfOurConnect(item, before);
  }

  /**
   * A FAILED first seen after our connect, by two looks or with another code than the one that we mend: it is what became
   * of that connect, even if no look showed it under way.
   */
  private static boolean isOfOurConnect(StoreItem item, Seen failed) {
    Intent intent = item.intent();
    Incident incident = item.incident();
    ConnectionErrorCode code = failed.code();
    boolean another = incident == null
        || incident.cause() == null
        || (code != null && !incident.cause().equals(Cause.code(code)));
    return intent != null
        && intent.act() == Act.CONNECT
        && intent.outcome() != Outcome.REFUSED
        && intent.outcome() != Outcome.NOT_MADE
        && failed.since().isAfter(intent.at())
        && (failed.agrees() || another);
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
