package io.github.keymend.domain.rule;

import io.github.keymend.domain.incident.ClosedIncident;
import io.github.keymend.domain.incident.ClosedIncident.Ending;
import io.github.keymend.domain.incident.Incident;
import io.github.keymend.domain.incident.Intent;
import io.github.keymend.domain.incident.ParkReason;
import io.github.keymend.domain.incident.Parked;
import io.github.keymend.domain.incident.StoreItem;
import io.github.keymend.domain.message.Letters;
import io.github.keymend.domain.message.Message;
import io.github.keymend.domain.store.ConnectionState;
import io.github.keymend.domain.store.Seen;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a repair ends: by parking or closing the incident, its message written in the same breath, the claim given
 * back. With an unread note it must decide again, and these give back null.
 */
public final class Settling {
  private Settling() {}

  /**
   * A closed incident and what is remembered after it.
   *
   * @param item what is remembered
   * @param closed the incident that is over
   */
  public record Closed(StoreItem item, ClosedIncident closed) {}

  /** The item with its incident parked, or null with an unread note. */
  public static @Nullable StoreItem park(
      StoreItem item,
      ParkReason reason,
      @Nullable Instant due,
      String detail,
      Letters letters,
      Instant now) {
    if (!item.notes().isEmpty()) {
      return null;
    }
    return parkAnyway(item, reason, due, detail, letters, now).withClaim(null);
  }

  /**
   * The item with its incident parked because of an error. While the invocation that failed may still make its call,
   * the claim stays, and the sweep takes it over from the dead.
   */
  public static StoreItem parkAfterAnError(
      StoreItem item, @Nullable Instant due, String detail, Letters letters, Instant now) {
    StoreItem parked = parkAnyway(item, ParkReason.UNEXPECTED, due, detail, letters, now);
    Intent intent = item.intent();
    return intent != null && intent.mayBeCalling(now) ? parked : parked.withClaim(null);
  }

  /** The item with its incident parked by the sweep, whatever else is unread. */
  public static StoreItem parkAnyway(
      StoreItem item,
      ParkReason reason,
      @Nullable Instant due,
      String detail,
      Letters letters,
      Instant now) {
    Incident incident = item.incident();
    if (incident == null) {
      Message message = letters.unexpectedWithoutIncident(item, detail, now);
      return reason == ParkReason.UNEXPECTED ? item.say(message) : item;
    }
    Parked parked = rest(item, incident, reason, due, now);
    StoreItem next = item.withIncident(incident.park(parked));
    boolean progress = reason != ParkReason.CONTINUES_LATER && reason != ParkReason.UNEXPECTED;
    if (progress) {
      next = next.withStartsWithoutOutcome(0);
    }
    Message message = letters.parked(next, parked, detail, now);
    return message == null ? next : next.say(message);
  }

  /** Parked again as before: the same rest, and a person is reminded from the first time on. */
  private static Parked rest(
      StoreItem item, Incident incident, ParkReason reason, @Nullable Instant due, Instant now) {
    Seen seen = item.seen();
    Parked before = incident.parked();
    if (before != null && before.reason() == reason && isAsBefore(seen, before)) {
      return new Parked(
          reason,
          before.state(),
          before.code(),
          before.at(),
          due,
          before.number(),
          before.reminders());
    }
    ConnectionState state = seen == null ? ConnectionState.DISCONNECTED : seen.state();
    // What was told grows with every message, so no two rests that are told have the same number.
    int number = incident.told().size();
    return new Parked(reason, state, seen == null ? null : seen.code(), now, due, number, 0);
  }

  /** Whether the store stands as it stood then, without having changed and come back in between. */
  private static boolean isAsBefore(@Nullable Seen seen, Parked before) {
    return seen != null
        && seen.same(before.state(), before.code())
        && !seen.since().isAfter(before.at());
  }

  /** The item with its incident closed, or null with an unread note. */
  public static @Nullable Closed close(StoreItem item, boolean gone, Letters letters, Instant now) {
    if (!item.notes().isEmpty()) {
      return null;
    }
    Message message = gone ? letters.gone(item, now) : letters.recovered(item, now);
    StoreItem said = item.say(message);
    ClosedIncident closed = new ClosedIncident(
        item.identity(), said.openIncident(), now, gone ? Ending.GONE : Ending.RECOVERED);
    StoreItem next = said.withIncident(null)
        .withClaim(null)
        .withPeople(item.people().consent(null).graceOver())
        .withStartsWithoutOutcome(0);
    return new Closed(next, closed);
  }

  /** The item given back where there was nothing to do, or null with an unread note. */
  public static @Nullable StoreItem leave(StoreItem item) {
    return item.notes().isEmpty() ? item.withClaim(null).withStartsWithoutOutcome(0) : null;
  }
}
