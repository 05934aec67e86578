package io.github.keymend.domain.rule;

import io.github.keymend.domain.breaker.Breaker;
import io.github.keymend.domain.breaker.Held;
import io.github.keymend.domain.incident.Incident;
import io.github.keymend.domain.incident.Opening;
import io.github.keymend.domain.incident.ParkReason;
import io.github.keymend.domain.incident.Parked;
import io.github.keymend.domain.incident.StoreItem;
import io.github.keymend.domain.message.BreakerLetters;
import io.github.keymend.domain.people.Trigger.Commanded;
import io.github.keymend.domain.store.ConnectionState;
import io.github.keymend.domain.store.Seen;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * When the account's circuit breaker opens and closes: many stores that begin to fail at about the same time have one
 * cause, outside of each of them, and a disconnect of each would only take away the error codes that tell it.
 */
public final class Breaking {
  /** Two stores may fail together by chance, or because somebody works on both; an account has 10 by default. */
  public static final int FEWEST = 3;

  /** At about the same time: three sweeps at the default rate, one and a half at the slowest. */
  public static final Duration TOGETHER = Duration.ofMinutes(15);

  private final Settings settings;
  private final BreakerLetters letters;

  /** With the operator's settings and the words for the messages. */
  public Breaking(Settings settings, BreakerLetters letters) {
    this.settings = settings;
    this.letters = letters;
  }

  /**
   * The breaker as it must be after what is now remembered of all stores; the same where nothing has changed.
   *
   * @param breaker what is remembered of it
   * @param items all stores, in keymend's care or not
   * @param now the time
   */
  public Breaker judge(Breaker breaker, Collection<StoreItem> items, Instant now) {
    List<StoreItem> ours = items.stream()
        .filter(item -> settings.caresFor(item.customKeyStoreId()))
        .filter(item -> !isGone(item, now))
        .sorted(Comparator.comparing(StoreItem::customKeyStoreId))
        .toList();
    return breaker.isOpen() ? open(breaker, ours, now) : closed(breaker, ours, now);
  }

  /** The breaker after a person's {@code reset}; answered also where there is nothing to reset. */
  public Breaker reset(Breaker breaker, Commanded given, Instant now) {
    if (given.id().equals(breaker.resetBy())) {
      return breaker;
    }
    Instant openedAt = breaker.openedAt();
    if (openedAt != null && openedAt.isAfter(given.at())) {
      // Who gave it did not know of this opening.
      return breaker.say(letters.notReset(breaker, given, now));
    }
    Breaker answered = breaker.say(letters.reset(breaker, given, now));
    return breaker.isOpen() ? answered.reset(given.at(), given.id()) : answered.heard(given.id());
  }

  private Breaker closed(Breaker breaker, List<StoreItem> ours, Instant now) {
    List<Held> failing = ours.stream()
        .filter(item -> isFailing(item, breaker, now))
        .map(Held::of)
        .toList();
    if (failing.size() < FEWEST || failing.size() * 2 < ours.size()) {
      return breaker;
    }
    Breaker opened = breaker.open(now, failing);
    return opened.say(letters.opened(opened, ours.size(), now));
  }

  /** Whether the store has begun to fail within the time, and since the last reset; not what a person has begun. */
  private static boolean isFailing(StoreItem item, Breaker breaker, Instant now) {
    Incident incident = item.incident();
    Seen seen = item.seen();
    if (seen == null) {
      return false;
    }
    boolean fails = incident == null
        ? seen.is(ConnectionState.FAILED) && !Counting.connectedLately(item, now)
        : incident.opening() == Opening.FAILED;
    Instant since = incident == null ? seen.since() : incident.openedAt();
    Instant reset = breaker.resetAt();
    return fails && !since.isBefore(now.minus(TOGETHER)) && (reset == null || since.isAfter(reset));
  }

  /** Gone is only what two lists 10 minutes apart lack; till then it stands as it was seen last. */
  private static boolean isGone(StoreItem item, Instant now) {
    Instant missing = item.missingSince();
    return missing != null && !now.isBefore(missing.plus(Decide.GONE_AFTER));
  }

  private Breaker open(Breaker breaker, List<StoreItem> ours, Instant now) {
    Set<String> down = ours.stream()
        .filter(item -> !isWell(item, breaker))
        .map(StoreItem::customKeyStoreId)
        .collect(Collectors.toSet());
    // What is well again and fails again is told again.
    Breaker next = breaker.holdingOnly(down);
    if (next.held().isEmpty()) {
      return breaker.say(letters.closedByItself(breaker, now)).close();
    }
    for (StoreItem item : ours) {
      if (isHeldBack(item) && !isTold(next, item)) {
        Held held = Held.of(item);
        next = next.hold(held).say(letters.oneMore(next, held, now));
      }
    }
    return remind(next, now);
  }

  /** By looks since the opening: a slow sweep may have looked before it. */
  private static boolean isWell(StoreItem item, Breaker breaker) {
    Seen seen = item.seen();
    Instant openedAt = breaker.openedAt();
    return item.incident() == null
        && seen != null
        && seen.is(ConnectionState.CONNECTED)
        && seen.agrees()
        && (openedAt == null || seen.at().isAfter(openedAt));
  }

  /** Whether what fails now was told, and not only an earlier failure of the same store, between which it was well. */
  private static boolean isTold(Breaker breaker, StoreItem item) {
    Instant connected = item.lastConnected();
    Held now = Held.of(item);
    return breaker.held().stream()
        .filter(held -> held.customKeyStoreId().equals(item.customKeyStoreId()))
        .anyMatch(held -> held.since().equals(now.since())
            || connected == null
            || !connected.isAfter(held.since()));
  }

  private static boolean isHeldBack(StoreItem item) {
    Parked parked = item.incident() == null ? null : item.incident().parked();
    return parked != null && parked.reason() == ParkReason.BREAKER_OPEN;
  }

  /** As a parked incident is reminded of; several missed reminders become one. */
  private Breaker remind(Breaker breaker, Instant now) {
    Instant openedAt = breaker.openedAt();
    int times = breaker.reminders();
    while (openedAt != null && !now.isBefore(openedAt.plus(Reminding.after(times)))) {
      times++;
    }
    if (times == breaker.reminders()) {
      return breaker;
    }
    Breaker reminded = breaker.reminded(times);
    return reminded.say(letters.reminder(reminded, now));
  }
}
