package io.github.keymend.domain.rule;

import io.github.keymend.domain.incident.Act;
import io.github.keymend.domain.incident.DailyCount;
import io.github.keymend.domain.incident.Incident;
import io.github.keymend.domain.incident.Intent;
import io.github.keymend.domain.incident.Opening;
import io.github.keymend.domain.incident.Ours;
import io.github.keymend.domain.incident.ParkReason;
import io.github.keymend.domain.incident.Parked;
import io.github.keymend.domain.incident.StoreItem;
import io.github.keymend.domain.message.Letters;
import io.github.keymend.domain.people.Command;
import io.github.keymend.domain.people.Consent;
import io.github.keymend.domain.people.People;
import io.github.keymend.domain.people.Trigger;
import io.github.keymend.domain.people.Trigger.Commanded;
import io.github.keymend.domain.people.Trigger.ForeignCall;
import io.github.keymend.domain.store.ConnectionState;
import io.github.keymend.domain.store.Seen;
import io.github.keymend.domain.table.Cause;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a trigger changes in what is remembered: people's commands and other programs' calls. */
public final class Hearing {
  private static final String NO_INCIDENT =
      "keymend has no incident of this store to resume, and does not connect unasked what somebody else disconnected."
          + " If it is to connect the store, command connect.";

  private static final String STOPPED =
      "keymend is stopped for this store. Command resume to take it up again.";

  private Hearing() {}

  /** The item after all unread notes, which are read with it. */
  public static StoreItem notes(StoreItem item, Settings settings, Letters letters, Instant now) {
    StoreItem next = item.withNotes(List.of());
    for (Trigger note : item.notes()) {
      next = of(next, note, settings, letters, now);
    }
    return next;
  }

  /** The item after a trigger. */
  public static StoreItem of(
      StoreItem item, Trigger trigger, Settings settings, Letters letters, Instant now) {
    if (trigger instanceof Commanded commanded) {
      return commanded(item, commanded, settings, letters, now);
    }
    if (trigger instanceof ForeignCall call) {
      return foreign(item, call, letters, now);
    }
    return item;
  }

  private static StoreItem commanded(
      StoreItem item, Commanded given, Settings settings, Letters letters, Instant now) {
    if (given.command() == Command.STOP) {
      return stop(item, given, letters, now);
    }
    if (given.command() == Command.RESET) {
      return reset(item, given, letters, now);
    }
    String refusal = refusal(item, given, settings, now);
    if (refusal != null) {
      return item.say(letters.refused(item, given, refusal, now));
    }
    Incident incident = item.incident();
    People people = item.people().graceOver();
    if (given.command() == Command.RESUME) {
      boolean stopped = people.stoppedAt() != null;
      people = people.resumed(given.at());
      if (incident == null) {
        Seen seen = item.seen();
        boolean down = seen != null && Phase.followsDisconnect(seen.state());
        StoreItem released = item.withPeople(people);
        return stopped || !down
            ? released
            : released.say(letters.refused(item, given, NO_INCIDENT, now));
      }
      incident = incident.renew();
    } else if (incident == null) {
      incident = Incident.open(incidentId(item, now), now, Opening.COMMAND, null);
    }
    // Taken up: whatever it comes to rest for now is an answer to the command, and is told.
    return item.withPeople(isSpent(item, given) ? people : people.consent(consent(given)))
        .withIncident(incident.park(null));
  }

  /** A stop that is heard late ends what was commanded after it as well; only a later resume ends the stop. */
  private static StoreItem stop(StoreItem item, Commanded given, Letters letters, Instant now) {
    Instant resumed = item.people().resumedAt();
    if (resumed != null && resumed.isAfter(given.at())) {
      return item;
    }
    Consent consent = item.people().consent();
    StoreItem stopped = item.withPeople(item.people().stopped(given.at(), false));
    return consent != null && consent.at().isAfter(given.at())
        ? stopped.say(letters.refused(
            item, new Commanded(given.id(), consent.command(), consent.at()), STOPPED, now))
        : stopped;
  }

  /** The day's attempts are counted anew, and nothing else: a reset is no leave to connect, and opens no guard. */
  private static StoreItem reset(StoreItem item, Commanded given, Letters letters, Instant now) {
    StoreItem said = item.say(letters.reset(item, given, now)).withDaily(DailyCount.ZERO);
    Incident incident = said.incident();
    Parked parked = incident == null ? null : incident.parked();
    return incident != null && parked != null && parked.reason() == ParkReason.DAILY_CAP_REACHED
        ? said.withIncident(incident.park(null))
        : said;
  }

  private static Consent consent(Commanded given) {
    return new Consent(given.command(), given.at());
  }

  /** Whether a connect was accepted after the command was given: it had what it asked for. */
  private static boolean isSpent(StoreItem item, Commanded given) {
    Instant connect = item.people().connectAcceptedAt();
    return connect != null && connect.isAfter(given.at());
  }

  private static @Nullable String refusal(
      StoreItem item, Commanded given, Settings settings, Instant now) {
    boolean connect = given.command() == Command.CONNECT;
    People people = item.people();
    if (connect && settings.mode() == Mode.OBSERVE) {
      return "keymend only observes (Mode is observe). Set Mode to repair, or connect the store yourself.";
    }
    if (item.daily().isReached(now)) {
      return "the store has had its " + item.daily().on(now)
          + " attempts of today; the count starts anew at midnight UTC. Connect the store yourself, or command reset"
          + " for this store to count anew now, and then this command again.";
    }
    if (connect && people.stoppedAt() != null) {
      return STOPPED;
    }
    if (people.stoppedAt() != null && people.stoppedAt().isAfter(given.at())) {
      return "keymend was stopped for this store after the command was given. Command resume again to take it up.";
    }
    if (people.lastDisconnect() != null && people.lastDisconnect().isAfter(given.at())) {
      return "the store was disconnected by somebody else, or somebody tried to, and keymend cannot tell that the"
          + " command came after it. Command it again if keymend is to connect the store all the same.";
    }
    return null;
  }

  private static StoreItem foreign(StoreItem item, ForeignCall call, Letters letters, Instant now) {
    // A command ends the grace, also for calls before it that are heard of later.
    StoreItem called = isCommandedLater(item, call.atLatest())
        ? item
        : item.withPeople(item.people().called(call.at(), call.by()));
    return switch (call.call()) {
      case CONNECT -> call.accepted() ? foreignConnect(called, call) : called;
      case DISCONNECT -> foreignDisconnect(called, call, now);
      case UPDATE -> foreignUpdate(called, call, letters, now);
    };
  }

  private static StoreItem foreignConnect(StoreItem item, ForeignCall call) {
    StoreItem next = item.withPeople(item.people().foreignConnect(call.at()));
    // Connected by another after our disconnect: if it is disconnected again, that may be another's
    // doing as well.
    Instant ours = item.ours() == Ours.OURS ? item.disconnectedAt() : null;
    return ours != null && call.at().isAfter(ours) ? next.withOurs(Ours.UNKNOWN) : next;
  }

  /** An update in the time of a person's hands is answered with the command that connects. */
  private static StoreItem foreignUpdate(
      StoreItem item, ForeignCall call, Letters letters, Instant now) {
    Parked parked = item.incident() == null ? null : item.incident().parked();
    boolean inHands = parked != null
        && (parked.reason() == ParkReason.IN_A_PERSONS_HANDS
            || parked.reason() == ParkReason.DISCONNECTED_BY_WHOM);
    return inHands && call.accepted() ? item.say(letters.updated(item, call, now)) : item;
  }

  private static StoreItem foreignDisconnect(StoreItem item, ForeignCall call, Instant now) {
    StoreItem next = item.withPeople(item.people().disconnected(call.atLatest()));
    if (isOvertaken(item, call.atLatest(), now) || isBeforeOurDisconnect(item, call.at())) {
      return next;
    }
    next = next.withOurs(Ours.NONE);
    Intent intent = item.intent();
    if (call.accepted()
        && intent != null
        && intent.isOpen(Act.CONNECT)
        && call.at().isAfter(intent.at())) {
      // Whatever came of our connect, this came after it.
      next = next.withIntent(intent.settle());
    }
    Incident incident = item.incident();
    if (incident == null
        || call.atLatest().isBefore(incident.openedAt())
        || isCommandedLater(item, call.atLatest())) {
      return next;
    }
    return next.withIncident(incident.with(null));
  }

  /** Whether the store was seen connecting, connected or failed after the call: then it tells nothing of now. */
  private static boolean isOvertaken(StoreItem item, Instant call, Instant now) {
    Incident incident = item.incident();
    Instant failed =
        incident != null && incident.cause() != null && incident.cause().kind() == Cause.Kind.CODE
            ? incident.causeSince()
            : null;
    Instant opened =
        incident != null && incident.opening() == Opening.FAILED ? incident.openedAt() : null;
    Instant standing = standingSince(item, now);
    // Soon after our disconnect a CONNECTED may be from before it, and tells nothing of a call
    // after it.
    Instant lately = item.lastConnected();
    Instant connected = lately != null && Counting.connectCounts(item, lately) ? lately : null;
    return Stream.of(item.people().connectAcceptedAt(), connected, opened, failed, standing)
        .anyMatch(later -> later != null && later.isAfter(call));
  }

  /** Since when the store is seen connecting, connected or failed, where that is not the shadow of what was before our act. */
  private static @Nullable Instant standingSince(StoreItem item, Instant now) {
    Seen seen = item.seen();
    if (seen == null || Phase.followsDisconnect(seen.state())) {
      return null;
    }
    boolean shadow = seen.is(ConnectionState.FAILED)
        ? Counting.actUnderWay(item, now)
        : !Counting.connectCounts(item, seen.since());
    return shadow ? null : seen.since();
  }

  /**
   * Whether KMS took our disconnect after the call: then somebody had connected the store in between, and it was we who
   * disconnected it last. CloudTrail tells the second of a call and no more.
   */
  private static boolean isBeforeOurDisconnect(StoreItem item, Instant call) {
    Instant ours = item.disconnectedAt();
    return ours != null && !ours.isBefore(call.plusSeconds(1));
  }

  private static boolean isCommandedLater(StoreItem item, Instant call) {
    Consent consent = item.people().consent();
    return consent != null && consent.at().isAfter(call);
  }

  /** The id of an incident that opens now. */
  static String incidentId(StoreItem item, Instant now) {
    // The fence, because an incident can close and another open within a second.
    return item.customKeyStoreId() + "@" + now.getEpochSecond() + "." + item.fence();
  }
}
