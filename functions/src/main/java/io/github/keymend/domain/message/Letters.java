package io.github.keymend.domain.message;

import io.github.keymend.domain.incident.Attempt;
import io.github.keymend.domain.incident.DailyCount;
import io.github.keymend.domain.incident.Incident;
import io.github.keymend.domain.incident.Parked;
import io.github.keymend.domain.incident.StoreItem;
import io.github.keymend.domain.message.Message.Kind;
import io.github.keymend.domain.people.Trigger.Commanded;
import io.github.keymend.domain.people.Trigger.ForeignCall;
import io.github.keymend.domain.table.Cause;
import io.github.keymend.domain.table.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes every message that keymend sends. */
public final class Letters {
  private final Commands commands;
  private final ParkedLetter parkedLetter;

  /** With the commands that a responder can copy. */
  public Letters(Commands commands) {
    this.commands = commands;
    this.parkedLetter = new ParkedLetter(commands);
  }

  /** The commands that a responder can copy. */
  public Commands commands() {
    return commands;
  }

  /** A failure was seen or a connect commanded, and this is being done. */
  public Message seen(StoreItem item, Row row, Attempt attempt, Duration pause, Instant now) {
    Incident incident = item.openIncident();
    Cause cause = incident.cause();
    String what = switch (attempt.remedy()) {
      case CORRECT ->
        attempt.stage() == Attempt.Stage.DISCONNECTED
            ? "update the credential from the named secret, connect"
            : "disconnect, update the credential from the named secret, connect";
      default ->
        attempt.stage() == Attempt.Stage.DISCONNECTED ? "connect" : "disconnect, connect again";
    };
    String when = pause.isZero()
        ? "now"
        : "at " + Text.instant(now.plus(pause)) + ", after a pause of " + Text.duration(pause);
    Text text = Text.about(item);
    if (cause != null) {
      text.line("Cause: " + cause + ". " + row.meaning());
    }
    text.section("keymend does", "attempt " + attempt.number() + ": " + what + ", " + when + ".")
        .section(
            "You need do nothing. To stop keymend before its next act",
            commands.stop(item.customKeyStoreId()));
    String subject = cause == null ? "Connecting as commanded" : "Repairing " + cause;
    return message(
        incident, "attempt/" + attempt.number(), Kind.SEEN, Text.subject(item, subject), text, now);
  }

  /** An incident was parked; null where that is nobody's business. */
  public @Nullable Message parked(StoreItem item, Parked parked, String detail, Instant now) {
    return parkedLetter.write(item, parked, detail, now);
  }

  /** The store is CONNECTED again. */
  public Message recovered(StoreItem item, Instant now) {
    Incident incident = item.openIncident();
    Text text = Text.about(item)
        .section(
            "keymend",
            "closed the incident of " + Text.instant(incident.openedAt()) + " after "
                + Text.duration(Duration.between(incident.openedAt(), now)) + " and "
                + incident.attempts()
                + " attempt(s) of its own.",
            "CONNECTED says that the connect succeeded, not that every key works: try one.");
    return message(
        incident, "recovered", Kind.RECOVERED, Text.subject(item, "CONNECTED again"), text, now);
  }

  /** The store does not exist any more. */
  public Message gone(StoreItem item, Instant now) {
    Text text = Text.about(item)
        .section("keymend", "closed the incident: KMS does not list this store any more.");
    return message(
        item.openIncident(), "gone", Kind.GONE, Text.subject(item, "Store is gone"), text, now);
  }

  /** A person is still awaited. */
  public Message reminder(StoreItem item, Parked parked, Instant now) {
    Text text =
        Text.about(item).line("A person has been awaited since " + Text.instant(parked.at()) + ".");
    parkedLetter.instructions(text, item, parked);
    String turn = "reminder/" + parked.number() + "/" + parked.reminders();
    return message(
        item.openIncident(),
        turn,
        Kind.REMINDER,
        Text.subject(item, "Reminder: still needs you"),
        text,
        now);
  }

  /** Somebody updated the store while it is in their hands: keymend answers with the command that connects it. */
  public Message updated(StoreItem item, ForeignCall call, Instant now) {
    Text text = Text.about(item)
        .line(call.by() + " updated the store at " + Text.instant(call.at()) + ".")
        .section("keymend", "does not connect a store unasked that somebody else disconnected.")
        .section(
            "When you want keymend to connect the store",
            commands.connect(item.customKeyStoreId()));
    return message(
        item.openIncident(),
        "updated/" + call.id(),
        Kind.PERSON_NEEDED,
        Text.subject(item, "Updated, in your hands"),
        text,
        now);
  }

  /** A command was refused. */
  public Message refused(StoreItem item, Commanded given, String why, Instant now) {
    Text text = Text.about(item)
        .section(
            "The command " + given.command().name().toLowerCase(Locale.ROOT) + " was refused", why)
        .section("To connect the store yourself", commands.connectYourself(item.customKeyStoreId()))
        .section("To command again", commands.resume(item.customKeyStoreId()))
        .section("To look", commands.describe(item.customKeyStoreId()));
    return new Message(
        item.customKeyStoreId() + "/refused/" + given.id(),
        threadOf(item),
        Kind.REFUSED,
        Text.subject(item, "Command refused"),
        text.body(),
        now);
  }

  /** A person has the store's attempts of the day counted anew. */
  public Message reset(StoreItem item, Commanded given, Instant now) {
    int attempts = item.daily().on(now);
    Text text = Text.about(item)
        .section(
            "keymend",
            attempts == 0
                ? "has begun no attempt on this store today: there was nothing to reset."
                : "counts the attempts of today anew; there were " + attempts + " of "
                    + DailyCount.CAP + ".",
            "What an incident may spend, and the guard of kmsuser, are as they were.")
        .section(
            "To renew what the open incident may spend", commands.resume(item.customKeyStoreId()))
        .section("To look", commands.describe(item.customKeyStoreId()));
    return new Message(
        item.customKeyStoreId() + "/reset/" + given.id(),
        threadOf(item),
        Kind.BREAKER_CLOSED,
        Text.subject(item, attempts == 0 ? "Nothing to reset" : "Attempts of today reset"),
        text.body(),
        now);
  }

  /** An alarm went off on a store that KMS shows as CONNECTED: told, nothing is touched. */
  public Message alarm(
      StoreItem item, String alarmName, String reason, Instant transition, Instant now) {
    Text text = Text.about(item)
        .line("CloudWatch alarm " + alarmName + ": " + reason)
        .section(
            "keymend",
            "touches nothing: the store is CONNECTED, and a disconnect would take every key in it down.")
        .section(
            "You",
            "look at the external key store proxy and its key manager; the alarm's metric says where.",
            commands.describe(item.customKeyStoreId()));
    return new Message(
        item.customKeyStoreId() + "/alarm/" + alarmName + "/" + transition.toEpochMilli(),
        threadOf(item),
        Kind.ALARM,
        Text.subject(item, "Alarm on a CONNECTED store"),
        text.body(),
        now);
  }

  /** Something unexpected ended a repair that had no incident. */
  public Message unexpectedWithoutIncident(StoreItem item, String detail, Instant now) {
    Text text = Text.about(item)
        .section("keymend", "met something unexpected and did nothing: " + detail)
        .section(
            "You",
            "look at the execution of the repair workflow and its logs, and at the store:",
            commands.describe(item.customKeyStoreId()));
    return new Message(
        item.customKeyStoreId() + "/unexpected/" + item.fence(),
        threadOf(item),
        Kind.GIVEN_UP,
        Text.subject(item, "Unexpected error"),
        text.body(),
        now);
  }

  private static String threadOf(StoreItem item) {
    Incident incident = item.incident();
    return incident == null ? item.customKeyStoreId() : incident.id();
  }

  static Message message(
      Incident incident, String turn, Kind kind, String subject, Text text, Instant now) {
    return new Message(incident.id() + "/" + turn, incident.id(), kind, subject, text.body(), now);
  }
}
