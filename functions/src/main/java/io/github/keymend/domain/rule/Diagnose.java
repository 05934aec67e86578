package io.github.keymend.domain.rule;

import io.github.keymend.domain.breaker.Breaker;
import io.github.keymend.domain.guard.CredentialGuard;
import io.github.keymend.domain.guard.Eligible;
import io.github.keymend.domain.guard.SecretVersion;
import io.github.keymend.domain.incident.Attempt;
import io.github.keymend.domain.incident.Attempt.Stage;
import io.github.keymend.domain.incident.Incident;
import io.github.keymend.domain.incident.ParkReason;
import io.github.keymend.domain.incident.StoreItem;
import io.github.keymend.domain.message.Letters;
import io.github.keymend.domain.people.Consent;
import io.github.keymend.domain.store.ConnectionState;
import io.github.keymend.domain.store.Seen;
import io.github.keymend.domain.store.StoreType;
import io.github.keymend.domain.table.Cause;
import io.github.keymend.domain.table.DecisionTable;
import io.github.keymend.domain.table.Remedy;
import io.github.keymend.domain.table.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides the remedy for a cause, checks every gate, and begins the attempt or says why not. */
public final class Diagnose {
  private final Settings settings;
  private final Letters letters;

  /** With the operator's settings and the words for the messages. */
  public Diagnose(Settings settings, Letters letters) {
    this.settings = settings;
    this.letters = letters;
  }

  /** Whether the diagnosis depends on the versions of the store's named secret. */
  public static boolean asksForSecret(StoreItem item) {
    Incident incident = item.incident();
    boolean shut =
        item.identity().type() == StoreType.AWS_CLOUDHSM && !item.guard().mayConnect();
    return shut || (incident != null && usual(rowOf(item, incident.cause())) == Remedy.CORRECT);
  }

  /**
   * Diagnoses the open incident.
   *
   * @param item what is remembered; its last look is FAILED or DISCONNECTED
   * @param versions the versions of the store's named secret; null where none is named
   * @param breaker the account's circuit breaker
   * @param deadline of the repair that asks
   * @param now the time
   */
  public Diagnosis of(
      StoreItem item,
      @Nullable List<SecretVersion> versions,
      Breaker breaker,
      Deadline deadline,
      Instant now) {
    Incident incident = item.openIncident();
    Seen seen = item.lastSeen();
    boolean commanded = isCommanded(item, incident);
    Row row = rowOf(item, incident.cause());
    Remedy usual = usual(row);
    SecretVersion version = versions == null ? null : Eligible.of(item, versions);
    boolean shut =
        item.identity().type() == StoreType.AWS_CLOUDHSM && !item.guard().mayConnect();
    Remedy remedy = remedy(usual, shut, version != null, commanded);
    StoreItem decided = item.withIncident(incident.decided(remedy));

    // Before what the cause asks for: nobody is to be told what to do about one store where another
    // word holds.
    Next.Park first = Gate.handsOff(item, settings);
    if (first == null) {
      first = Gate.byBreaker(item, breaker);
    }
    if (first != null) {
      return parked(decided, remedy, first.reason(), null);
    }
    ParkReason forbidden = forbidden(item, remedy, shut, versions == null, version == null);
    if (forbidden != null) {
      return parked(decided, remedy, forbidden, null);
    }
    Attempt under = incident.attempt();
    if (under != null) {
      return again(decided, under, commanded, deadline, now);
    }
    Instant begin = settled(item, commanded ? now : beginOf(row, incident, remedy, now));
    // A person's leave is for one connect, whatever keymend has used up of its own; the daily cap
    // bounds it.
    int allowed = commanded
        ? Integer.MAX_VALUE
        : Math.min(
            settings.attempts(),
            remedy == usual ? row.attempts() : CredentialGuard.MOST_REJECTIONS);
    Next.Park gate = Gate.toBegin(decided, settings, remedy, allowed, deadline, begin, now);
    if (gate != null) {
      StoreItem rest =
          gate.reason() == ParkReason.GRACE ? Decide.startGrace(decided, now) : decided;
      Instant due = gate.reason() == ParkReason.CONTINUES_LATER ? begin : gate.due();
      return parked(rest, remedy, gate.reason(), due);
    }
    Stage stage = seen.is(ConnectionState.DISCONNECTED) ? Stage.DISCONNECTED : Stage.DECIDED;
    String secretVersion = remedy == Remedy.CORRECT && version != null ? version.versionId() : null;
    Attempt attempt = new Attempt(incident.attempts() + 1, remedy, stage, secretVersion, begin);
    StoreItem begun = decided
        .withIncident(decided.openIncident().begin(attempt).park(null))
        .withDaily(item.daily().plusOne(now));
    Duration pause = Duration.between(now, begin);
    return go(begun.say(letters.seen(begun, row, attempt, pause, now)), attempt, pause);
  }

  /** Decided before, and a pause or the end of a repair lay between: the same attempt, counted once. */
  private Diagnosis again(
      StoreItem decided, Attempt under, boolean commanded, Deadline deadline, Instant now) {
    Next.Park gate = Gate.toAct(decided, settings, now);
    if (gate != null) {
      StoreItem rest =
          gate.reason() == ParkReason.GRACE ? Decide.startGrace(decided, now) : decided;
      return parked(rest, under.remedy(), gate.reason(), gate.due());
    }
    Instant begin =
        settled(decided, commanded || under.begin().isBefore(now) ? now : under.begin());
    return deadline.allowsAttempt(begin)
        ? go(
            decided.withIncident(decided.openIncident().park(null)),
            under,
            Duration.between(now, begin))
        : parked(decided, under.remedy(), ParkReason.CONTINUES_LATER, begin);
  }

  /** A command counts for the cause that was known when it was given, not for one that came after. */
  private static boolean isCommanded(StoreItem item, Incident incident) {
    Consent consent = item.people().consent();
    return consent != null
        && (incident.cause() == null || consent.at().isAfter(incident.causeSince()));
  }

  private static Row rowOf(StoreItem item, @Nullable Cause cause) {
    return DecisionTable.row(
        item.identity().type(), cause == null ? new Cause(Cause.Kind.CODE, "NONE") : cause);
  }

  /** What was refused and is to be tried again is the update: without it the connect would fail as before. */
  private static Remedy usual(Row row) {
    return row.cause().kind() == Cause.Kind.UPDATE_REFUSED && row.remedy() == Remedy.RETRY
        ? Remedy.CORRECT
        : row.remedy();
  }

  private static Remedy remedy(Remedy usual, boolean shut, boolean eligible, boolean commanded) {
    if (shut) {
      return eligible || usual == Remedy.CORRECT ? Remedy.CORRECT : Remedy.ASK_A_PERSON;
    }
    boolean byHand = usual == Remedy.WAIT_FOR_THE_CAUSE || usual == Remedy.ASK_A_PERSON;
    boolean corrected = usual == Remedy.CORRECT && !eligible;
    return commanded && (byHand || corrected) ? Remedy.RETRY : usual;
  }

  private static @Nullable ParkReason forbidden(
      StoreItem item, Remedy remedy, boolean shut, boolean noSecret, boolean noVersion) {
    if (shut && item.guard().isSpent()) {
      return ParkReason.ONLY_A_PERSON_CONNECTS;
    }
    return switch (remedy) {
      case RETRY -> null;
      case CORRECT ->
        noSecret ? ParkReason.NO_SECRET_NAMED : noVersion ? ParkReason.NO_NEW_SECRET : null;
      case WAIT_FOR_THE_CAUSE -> ParkReason.WAITING_FOR_THE_CAUSE;
      case ASK_A_PERSON -> shut ? ParkReason.ONLY_A_PERSON_CONNECTS : ParkReason.ASKED_A_PERSON;
    };
  }

  /** A FAILED is left alone for as long as it may be the one before a foreign connect. */
  private static Instant settled(StoreItem item, Instant begin) {
    Instant settled = Counting.foreignConnectSettledAt(item);
    return item.lastSeen().is(ConnectionState.FAILED) && settled.isAfter(begin) ? settled : begin;
  }

  private static Instant beginOf(Row row, Incident incident, Remedy remedy, Instant now) {
    Instant ready = incident.causeSince().plus(row.pauseBefore(incident.spent(remedy) + 1));
    return ready.isAfter(now) ? ready : now;
  }

  private static Diagnosis parked(
      StoreItem item, Remedy remedy, ParkReason reason, @Nullable Instant due) {
    return new Diagnosis(item, remedy, item.lastSeen().state(), 0, Duration.ZERO, reason, due);
  }

  private static Diagnosis go(StoreItem item, Attempt attempt, Duration pause) {
    return new Diagnosis(
        item, attempt.remedy(), item.lastSeen().state(), attempt.number(), pause, null, null);
  }
}
