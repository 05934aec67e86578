package io.github.keymend.domain.rule;

import io.github.keymend.domain.incident.Incident;
import io.github.keymend.domain.incident.Opening;
import io.github.keymend.domain.incident.Ours;
import io.github.keymend.domain.incident.StoreItem;
import io.github.keymend.domain.message.Letters;
import io.github.keymend.domain.people.Command;
import io.github.keymend.domain.people.Consent;
import io.github.keymend.domain.people.People;
import io.github.keymend.domain.people.Trigger;
import io.github.keymend.domain.people.Trigger.Call;
import io.github.keymend.domain.people.Trigger.Commanded;
import io.github.keymend.domain.people.Trigger.ForeignCall;
import io.github.keymend.domain.store.ConnectionState;
import io.github.keymend.domain.store.Seen;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a trigger changes in what is remembered: people's commands and other programs' calls. */
public final class Hearing {
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
      return foreign(item, call);
    }
    return item;
  }

  private static StoreItem commanded(
      StoreItem item, Commanded given, Settings settings, Letters letters, Instant now) {
    if (given.command() == Command.STOP) {
      return item.withPeople(item.people().stopped(given.at(), false));
    }
    String refusal = refusal(item, given.command(), settings, now);
    if (refusal != null) {
      return item.say(letters.refused(item, given, refusal, now));
    }
    Incident incident = item.incident();
    People people = item.people().graceOver();
    if (given.command() == Command.RESUME) {
      people = people.released();
      if (incident == null) {
        return item.withPeople(people);
      }
      incident = incident.renew();
    } else if (incident == null) {
      incident = Incident.open(incidentId(item, now), now, Opening.COMMAND, null);
    }
    return item.withPeople(people.consent(new Consent(given.command(), given.at())))
        .withIncident(incident);
  }

  private static @Nullable String refusal(
      StoreItem item, Command command, Settings settings, Instant now) {
    if (command == Command.CONNECT && settings.mode() == Mode.OBSERVE) {
      return "keymend only observes (Mode is observe). Set Mode to repair, or connect the store yourself.";
    }
    if (item.daily().isReached(now)) {
      return "the store has had its " + item.daily().on(now)
          + " attempts of today; the count starts anew at midnight UTC. Connect the store yourself, or wait.";
    }
    if (command == Command.CONNECT && item.people().stoppedAt() != null) {
      return "keymend is stopped for this store. Command resume to take it up again.";
    }
    return null;
  }

  private static StoreItem foreign(StoreItem item, ForeignCall call) {
    People people = item.people().called(call.at(), call.by());
    if (call.call() == Call.CONNECT && call.accepted()) {
      people = people.connectAccepted(call.at());
    }
    if (call.call() != Call.DISCONNECT) {
      return item.withPeople(people);
    }
    return foreignDisconnect(item.withPeople(people), call);
  }

  private static StoreItem foreignDisconnect(StoreItem item, ForeignCall call) {
    Consent consent = item.people().consent();
    StoreItem next = item;
    if (consent != null && call.at().isAfter(consent.at())) {
      next = next.withPeople(next.people().consent(null));
    }
    if (isOvertaken(item, call.at())) {
      return next;
    }
    next = next.withOurs(Ours.NONE);
    Incident incident = item.incident();
    if (incident == null
        || call.at().isBefore(incident.openedAt())
        || isCommandedLater(item, call.at())) {
      return next;
    }
    return next.withIncident(incident.with(null));
  }

  /** Whether the store was seen connecting, connected or failed after the call: then it tells nothing of now. */
  private static boolean isOvertaken(StoreItem item, Instant call) {
    Instant connect = item.people().connectAcceptedAt();
    if (connect != null && connect.isAfter(call)) {
      return true;
    }
    Seen seen = item.seen();
    return seen != null
        && (Phase.followsConnect(seen.state()) || seen.is(ConnectionState.FAILED))
        && seen.since().isAfter(call);
  }

  private static boolean isCommandedLater(StoreItem item, Instant call) {
    Consent consent = item.people().consent();
    return consent != null && consent.at().isAfter(call);
  }

  /** The id of an incident that opens now. */
  static String incidentId(StoreItem item, Instant now) {
    return item.customKeyStoreId() + "@" + now.getEpochSecond();
  }
}
