package io.github.keymend.domain.rule;

import io.github.keymend.domain.guard.CredentialGuard;
import io.github.keymend.domain.incident.Act;
import io.github.keymend.domain.incident.Attempt;
import io.github.keymend.domain.incident.Attempt.Stage;
import io.github.keymend.domain.incident.Incident;
import io.github.keymend.domain.incident.Intent;
import io.github.keymend.domain.incident.Opening;
import io.github.keymend.domain.incident.Ours;
import io.github.keymend.domain.incident.Outcome;
import io.github.keymend.domain.incident.ParkReason;
import io.github.keymend.domain.incident.StoreItem;
import io.github.keymend.domain.store.ConnectionErrorCode;
import io.github.keymend.domain.store.ConnectionState;
import io.github.keymend.domain.store.Seen;
import io.github.keymend.domain.store.StoreType;
import io.github.keymend.domain.table.Cause;
import java.time.Duration;
import java.time.Instant;

/** What to do after a look, from what was seen and what is remembered. It decides; it changes nothing in KMS. */
public final class Decide {
  /** A store is gone only when two unfiltered lists this far apart both lack it. */
  public static final Duration GONE_AFTER = Duration.ofMinutes(10);

  private Decide() {}

  /**
   * Decides.
   *
   * @param item what is remembered, the last look included
   * @param settings what the operator has set
   * @param deadline of the repair that asks
   * @param looks how many looks it has made since its last act
   * @param now the time
   */
  public static Decision after(
      StoreItem item, Settings settings, Deadline deadline, int looks, Instant now) {
    Intent intent = item.intent();
    if (intent != null && intent.mayBeCalling(now)) {
      // An invocation that the workflow has given up may still make its call: not before it cannot
      // is anything decided, nor the claim given back.
      return new Decision(item, new Next.Wait(Pace.after(looks)));
    }
    Decision decision =
        item.missingSince() != null ? missing(item, now) : seen(item, settings, looks, now);
    if (decision.next() instanceof Next.Wait wait && !deadline.allowsWait(now, wait.pause())) {
      Next end = decision.item().incident() == null
          ? new Next.Leave()
          : new Next.Park(ParkReason.CONTINUES_LATER, now);
      return leftAlone(new Decision(decision.item(), end), settings);
    }
    return leftAlone(decision, settings);
  }

  /**
   * Out of keymend's care an incident rests for that reason and no other: what else would be told asks for commands that
   * are refused, or for another repair.
   */
  private static Decision leftAlone(Decision decision, Settings settings) {
    StoreItem item = decision.item();
    boolean rests = decision.next() instanceof Next.Park && !isStopped(item);
    return rests && !settings.caresFor(item.customKeyStoreId())
        ? new Decision(item, new Next.Park(ParkReason.NOT_IN_CARE, null))
        : decision;
  }

  private static Decision missing(StoreItem item, Instant now) {
    Instant since = item.missingSince();
    Duration missing = since == null ? Duration.ZERO : Duration.between(since, now);
    if (missing.compareTo(GONE_AFTER) >= 0) {
      return new Decision(item, item.incident() == null ? new Next.Leave() : new Next.Close(true));
    }
    return new Decision(item, new Next.Wait(Pace.LONGEST));
  }

  private static Decision seen(StoreItem item, Settings settings, int looks, Instant now) {
    if (item.incident() == null && !settings.caresFor(item.customKeyStoreId())) {
      return new Decision(item, new Next.Leave());
    }
    return switch (item.lastSeen().state()) {
      case CONNECTED -> connected(item, now);
      case CONNECTING, DISCONNECTING -> changing(item, looks, now);
      case FAILED -> failed(item, settings, looks, now);
      case DISCONNECTED -> disconnected(item, settings, now);
    };
  }

  private static Decision connected(StoreItem item, Instant now) {
    if (item.incident() == null) {
      return new Decision(item, new Next.Leave());
    }
    boolean counts = item.lastSeen().agrees() && Counting.connectCounts(item, now);
    return new Decision(item, counts ? new Next.Close(false) : new Next.Wait(Seen.APART));
  }

  private static Decision changing(StoreItem item, int looks, Instant now) {
    if (Phase.isStuck(item.lastSeen())) {
      StoreItem open = item.incident() != null ? item : open(item, Opening.STUCK, now);
      return isStopped(open)
          ? stopped(open)
          : new Decision(open, new Next.Park(ParkReason.STUCK, null));
    }
    if (isStopped(item) && item.incident() != null) {
      return stopped(item);
    }
    return new Decision(item, new Next.Wait(Pace.after(looks)));
  }

  private static Decision failed(StoreItem item, Settings settings, int looks, Instant now) {
    if (!Counting.counts(item, now)) {
      Duration pace = Pace.after(looks);
      return new Decision(item, new Next.Wait(pace.compareTo(Seen.APART) > 0 ? pace : Seen.APART));
    }
    StoreItem next = failure(item, now);
    Attempt attempt = next.openIncident().attempt();
    boolean pausing = attempt != null
        && attempt.begin().isAfter(now)
        && next.people().consent() == null
        && Gate.toAct(next, settings, now) == null;
    return pausing && attempt != null
        ? new Decision(next, new Next.Wait(Pace.until(attempt.begin(), now)))
        : new Decision(next, new Next.Diagnose());
  }

  /** The item after a FAILED that counts: what was under way is over, the cause is written down. */
  private static StoreItem failure(StoreItem item, Instant now) {
    Seen seen = item.lastSeen();
    ConnectionErrorCode code = seen.code() == null ? ConnectionErrorCode.NONE : seen.code();
    StoreItem next = item.incident() != null ? item : open(item, Opening.FAILED, now);
    if (item.identity().type() == StoreType.AWS_CLOUDHSM && CredentialGuard.concerns(code)) {
      next = next.withGuard(next.guard().rejectedAt(seen.since()));
    }
    next = next.withGuard(next.guard().failedAt(seen.since()));
    // A disconnect that may have been made, and FAILED still stands after all this time: it came to
    // nothing.
    Intent intent = next.intent();
    boolean cameToNothing =
        intent != null && intent.act() == Act.DISCONNECT && intent.isUncertain();
    if (intent != null && !intent.settled()) {
      next = next.withIntent(intent.settle());
    }
    next = next.withOurs(Ours.NONE);
    Incident incident = next.openIncident();
    Attempt attempt = incident.attempt();
    boolean sameFailure = !cameToNothing
        && incident.cause() != null
        && incident.causeSince().equals(seen.since())
        && (attempt == null || attempt.stage() == Stage.DECIDED);
    return sameFailure ? next : next.withIncident(incident.failed(Cause.code(code), seen.since()));
  }

  private static Decision disconnected(StoreItem item, Settings settings, Instant now) {
    Incident incident = item.incident();
    if (incident == null) {
      // Never connected, or disconnected on purpose: respected.
      return new Decision(item, new Next.Leave());
    }
    if (isStopped(item)) {
      return stopped(item);
    }
    Intent intent = item.intent();
    Attempt attempt = incident.attempt();
    boolean connecting = attempt != null && attempt.stage() == Stage.CONNECTING;
    if (intent != null && (connecting || intent.isOpen(Act.CONNECT))) {
      return now.isBefore(intent.at().plus(Intent.SETTLING))
          ? new Decision(item, new Next.Wait(Pace.LONGEST))
          : disconnected(connectCameToNothing(item, incident, intent), settings, now);
    }
    if (item.ours() == Ours.INTENDED && Claiming.isCalling(item, now)) {
      // The invocation that disconnected it may still tell that it was we.
      return new Decision(item, new Next.Wait(Seen.APART));
    }
    if (item.people().consent() != null) {
      return goOn(item, incident, settings, now);
    }
    return switch (item.ours()) {
      case OURS -> goOn(item, incident, settings, now);
      case NONE -> new Decision(item, new Next.Park(ParkReason.IN_A_PERSONS_HANDS, null));
      case INTENDED, UNKNOWN -> byWhom(item, settings, now);
    };
  }

  /** Not known who disconnected it: told, but not while somebody is at work on it. */
  private static Decision byWhom(StoreItem item, Settings settings, Instant now) {
    Next.Park gate = Gate.toAct(item, settings, now);
    return gate != null && gate.reason() == ParkReason.GRACE
        ? new Decision(startGrace(item, now), gate)
        : new Decision(item, new Next.Park(ParkReason.DISCONNECTED_BY_WHOM, null));
  }

  /** From a disconnect of ours, or with a person's consent: correct if owed, connect, or ask what comes next. */
  private static Decision goOn(StoreItem item, Incident incident, Settings settings, Instant now) {
    Attempt under = incident.attempt();
    if (under == null) {
      return new Decision(item, new Next.Diagnose());
    }
    // Decided while FAILED, and disconnected by now: that step of it is done.
    Attempt attempt = under.stage() == Stage.DECIDED ? under.at(Stage.DISCONNECTED) : under;
    StoreItem next = item.withIncident(incident.with(attempt));
    boolean owes = attempt.owesCorrection();
    Next.Park gate = owes ? Gate.toAct(next, settings, now) : Gate.toConnect(next, settings, now);
    if (gate != null && gate.reason() == ParkReason.ONLY_A_PERSON_CONNECTS) {
      // The guard has shut since this attempt was decided: a correction may open it, this attempt
      // not.
      return new Decision(item.withIncident(incident.with(null)), new Next.Diagnose());
    }
    if (gate != null) {
      return new Decision(gate.reason() == ParkReason.GRACE ? startGrace(next, now) : next, gate);
    }
    if (attempt.begin().isAfter(now) && next.people().consent() == null) {
      return new Decision(next, new Next.Wait(Pace.until(attempt.begin(), now)));
    }
    return new Decision(
        next, owes ? new Next.Correct(attempt.number()) : new Next.Connect(attempt.number()));
  }

  /**
   * Our connect was made, or may have been, and the store still stands DISCONNECTED: the attempt is void. If KMS had
   * taken it and CONNECTED was never seen, it is not known who disconnected the store.
   */
  private static StoreItem connectCameToNothing(StoreItem item, Incident incident, Intent intent) {
    boolean taken = intent.outcome() == Outcome.ACCEPTED || intent.settled();
    Instant connected = item.lastConnected();
    boolean seenConnected = connected != null && connected.isAfter(intent.at());
    Attempt attempt = incident.attempt();
    String version = attempt == null ? null : attempt.secretVersion();
    StoreItem next = item.withIntent(intent.settle()).withIncident(incident.with(null));
    if (version != null && item.identity().type() == StoreType.EXTERNAL_KEY_STORE) {
      // Nobody has logged in with it. A kmsuser password counts all the same: five wrong ones lock.
      next = next.withGuard(next.guard().notConnected(version));
    }
    return taken && !seenConnected ? next.withOurs(Ours.UNKNOWN) : next;
  }

  private static boolean isStopped(StoreItem item) {
    return item.people().stoppedAt() != null;
  }

  private static Decision stopped(StoreItem item) {
    ParkReason reason = item.people().aborted() ? ParkReason.ABORTED : ParkReason.STOPPED;
    return new Decision(item, new Next.Park(reason, null));
  }

  static StoreItem startGrace(StoreItem item, Instant now) {
    Incident incident = item.openIncident();
    return incident.graceSince() != null ? item : item.withIncident(incident.grace(now));
  }

  /** The item with an incident opened because of what was seen last. */
  static StoreItem openByFailure(StoreItem item, Instant now) {
    return open(item, Phase.isStuck(item.lastSeen()) ? Opening.STUCK : Opening.FAILED, now);
  }

  private static StoreItem open(StoreItem item, Opening opening, Instant now) {
    Seen seen = item.lastSeen();
    Cause cause =
        seen.is(ConnectionState.FAILED) && seen.code() != null ? Cause.code(seen.code()) : null;
    return item.withIncident(Incident.open(Hearing.incidentId(item, now), now, opening, cause));
  }
}
