package io.github.keymend.domain.rule;

import io.github.keymend.domain.incident.Incident;
import io.github.keymend.domain.incident.Ours;
import io.github.keymend.domain.incident.ParkReason;
import io.github.keymend.domain.incident.Parked;
import io.github.keymend.domain.incident.StoreItem;
import io.github.keymend.domain.message.Letters;
import java.time.Duration;
import java.time.Instant;

/** While a person is awaited, they are reminded: after 1 hour, after 4, then daily. */
public final class Reminding {
  private Reminding() {}

  /** When the reminder with this number (0 is the first) is due after parking. */
  public static Duration after(int number) {
    return switch (number) {
      case 0 -> Duration.ofHours(1);
      case 1 -> Duration.ofHours(4);
      default -> Duration.ofHours(4).plus(Duration.ofDays(number - 1L));
    };
  }

  /** Taken out of keymend's care on purpose: a person is still awaited only where keymend left the store down. */
  private static boolean isNobodysWorry(StoreItem item, Parked parked) {
    return parked.reason() == ParkReason.NOT_IN_CARE && item.ours() == Ours.NONE;
  }

  /** The item with a reminder written where one is due; several missed ones become one. */
  public static StoreItem of(StoreItem item, Letters letters, Instant now) {
    Incident incident = item.incident();
    Parked parked = incident == null ? null : incident.parked();
    if (incident == null
        || parked == null
        || !parked.reason().awaitsPerson()
        || isNobodysWorry(item, parked)
        || item.people().stoppedAt() != null
        || now.isBefore(parked.at().plus(after(parked.reminders())))) {
      return item;
    }
    Parked reminded = parked.reminded();
    while (!now.isBefore(parked.at().plus(after(reminded.reminders())))) {
      reminded = reminded.reminded();
    }
    StoreItem next = item.withIncident(incident.park(reminded));
    return next.say(letters.reminder(next, reminded, now));
  }
}
