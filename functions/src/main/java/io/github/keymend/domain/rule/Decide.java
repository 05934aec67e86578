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
    Decision decision =
        item.missingSince() != null ? missing(item, now) : seen(item, settings, looks, now);
    if (decision.next() instanceof Next.Wait wait && !deadline.allowsWait(now, wait.pause())) {
      Next end = decision.item().incident() == null
          ? new Next.Leave()
          : new Next.Park(ParkReason.CONTINUES_LATER, now);
      return new Decision(decision.item(), end);
    }
    return decision;
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
    return switch (item.lastSeen().state()) {
      case CONNECTED -> connected(item);
      case CONNECTING, DISCONNECTING -> changing(item, looks, now);
      case FAILED -> failed(item, settings, looks, now);
      case DISCONNECTED -> disconnected(item, settings, now);
    };
  }

  private static Decision connected(StoreItem item) {
    if (item.incident() == null) {
      return new Decision(item, new Next.Leave());
    }
    return new Decision(
        item, item.lastSeen().agrees() ? new Next.Close(false) : new Next.Wait(Seen.APART));
  }

  private static Decision changing(StoreItem item, int looks, Instant now) {
    if (Phase.isStuck(item.lastSeen())) {
      StoreItem open = item.incident() != null ? item : open(item, Opening.STUCK, now);
      return new Decision(open, new Next.Park(ParkReason.STUCK, null));
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
    Intent intent = item.intent();
    if (intent != null && intent.isOpen(Act.CONNECT)) {
      if (intent.isSettling(now)) {
        return new Decision(item, new Next.Wait(Pace.LONGEST));
      }
      return connectCameToNothing(item, intent);
    }
    Incident incident = item.incident();
    boolean consented = item.people().consent() != null;
    if (incident == null) {
      // Never connected, or disconnected on purpose: respected.
      return new Decision(item, new Next.Leave());
    }
    if (isStopped(item)) {
      return stopped(item);
    }
    if (!consented && (item.ours() == Ours.UNKNOWN || item.ours() == Ours.INTENDED)) {
      return new Decision(item, new Next.Park(ParkReason.DISCONNECTED_BY_WHOM, null));
    }
    if (!consented && item.ours() == Ours.NONE && !isRefused(incident)) {
      return new Decision(item, new Next.Park(ParkReason.IN_A_PERSONS_HANDS, null));
    }
    return goOn(item, incident, settings, now);
  }

  /** From a disconnect of ours, or with a person's consent: correct if owed, connect, or ask what comes next. */
  private static Decision goOn(StoreItem item, Incident incident, Settings settings, Instant now) {
    Attempt attempt = incident.attempt();
    if (attempt == null) {
      return new Decision(item, new Next.Diagnose());
    }
    boolean owes = attempt.owesCorrection();
    Next.Park gate = owes ? Gate.toAct(item, settings, now) : Gate.toConnect(item, settings, now);
    if (gate != null) {
      return new Decision(gate.reason() == ParkReason.GRACE ? startGrace(item, now) : item, gate);
    }
    return new Decision(
        item, owes ? new Next.Correct(attempt.number()) : new Next.Connect(attempt.number()));
  }

  /** The connect was made, or may have been, and the store still stands where it stood: the attempt is void. */
  private static Decision connectCameToNothing(StoreItem item, Intent intent) {
    Incident incident = item.incident();
    StoreItem next = item.withIntent(intent.settle());
    if (incident == null) {
      return new Decision(next, new Next.Leave());
    }
    next = next.withIncident(incident.with(null));
    if (intent.outcome() == Outcome.ACCEPTED) {
      return new Decision(
          next.withOurs(Ours.UNKNOWN), new Next.Park(ParkReason.DISCONNECTED_BY_WHOM, null));
    }
    return new Decision(next, new Next.Diagnose());
  }

  private static boolean isRefused(Incident incident) {
    return incident.cause() != null && incident.cause().kind() == Cause.Kind.CONNECT_REFUSED;
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
