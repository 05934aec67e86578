package io.github.keymend.domain.breaker;

import io.github.keymend.domain.incident.StoreItem;
import io.github.keymend.domain.message.Message;
import io.github.keymend.domain.people.Consent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of the account's circuit breaker. While it is open, no repair disconnects a store.
 *
 * @param openedAt since when it is open; null: closed
 * @param held the stores that it is open for, in the order in which they were told
 * @param reminders how many reminders were written since it was opened
 * @param resetAt when a person last reset it: failures from before are known and do not open it again
 * @param resetBy the trigger of that reset, so that the same one counts once
 * @param outbox messages that are written and not sent yet
 * @param tellingUntil until when one invocation has them to send, so that no two send the same
 */
public record Breaker(
    @Nullable Instant openedAt,
    List<Held> held,
    int reminders,
    @Nullable Instant resetAt,
    @Nullable String resetBy,
    List<Message> outbox,
    @Nullable Instant tellingUntil) {
  /** Nothing was ever opened. */
  public static final Breaker CLOSED = new Breaker(null, List.of(), 0, null, null, List.of(), null);

  /** Longer than a function that sends may run: after it, who had the messages to send is dead. */
  public static final Duration TELLING = Duration.ofMinutes(3);

  /** Defensive copies. */
  public Breaker {
    held = List.copyOf(held);
    outbox = List.copyOf(outbox);
  }

  /** Whether it is open. */
  public boolean isOpen() {
    return openedAt != null;
  }

  /** Whether it forbids to begin a repair of this store: a person who commands it after the opening knows better. */
  public boolean holdsBack(StoreItem item) {
    Consent consent = item.people().consent();
    return openedAt != null && (consent == null || !consent.at().isAfter(openedAt));
  }

  /** The thread of its messages: one from the opening to the closing. */
  public String thread() {
    return openedAt == null ? "account" : "account@" + openedAt.getEpochSecond();
  }

  /** The same, open for these stores. */
  public Breaker open(Instant now, List<Held> failing) {
    return new Breaker(now, failing, 0, resetAt, resetBy, outbox, tellingUntil);
  }

  /** The same, open for one more store, or for another failure of one. */
  public Breaker hold(Held more) {
    List<Held> all = new ArrayList<>(held);
    all.removeIf(each -> each.customKeyStoreId().equals(more.customKeyStoreId()));
    all.add(more);
    return new Breaker(openedAt, all, reminders, resetAt, resetBy, outbox, tellingUntil);
  }

  /** The same, open for those of its stores alone that are among these. */
  public Breaker holdingOnly(Set<String> customKeyStoreIds) {
    List<Held> left = held.stream()
        .filter(each -> customKeyStoreIds.contains(each.customKeyStoreId()))
        .toList();
    return new Breaker(openedAt, left, reminders, resetAt, resetBy, outbox, tellingUntil);
  }

  /** The same after a reset that found nothing to reset. */
  public Breaker heard(String by) {
    return new Breaker(openedAt, held, reminders, resetAt, by, outbox, tellingUntil);
  }

  /** The same, closed because the stores that it was open for are well. */
  public Breaker close() {
    return new Breaker(null, List.of(), 0, resetAt, resetBy, outbox, tellingUntil);
  }

  /** The same, closed by a person. */
  public Breaker reset(Instant at, String by) {
    return new Breaker(null, List.of(), 0, at, by, outbox, tellingUntil);
  }

  /** The same with so many reminders written. */
  public Breaker reminded(int times) {
    return new Breaker(openedAt, held, times, resetAt, resetBy, outbox, tellingUntil);
  }

  /** The same with one more message to send. */
  public Breaker say(Message message) {
    List<Message> more = new ArrayList<>(outbox);
    more.add(message);
    return new Breaker(openedAt, held, reminders, resetAt, resetBy, more, tellingUntil);
  }

  /** The same with the messages in one invocation's hands. */
  public Breaker telling(Instant now) {
    return withOutbox(outbox, now.plus(TELLING));
  }

  /** The same after these messages were sent, in nobody's hands. */
  public Breaker told(List<String> messageIds) {
    List<Message> left =
        outbox.stream().filter(each -> !messageIds.contains(each.id())).toList();
    return withOutbox(left, null);
  }

  /** Whether there is something to send that nobody else is sending. */
  public boolean isUntold(Instant now) {
    return !outbox.isEmpty() && (tellingUntil == null || !now.isBefore(tellingUntil));
  }

  private Breaker withOutbox(List<Message> messages, @Nullable Instant until) {
    return new Breaker(openedAt, held, reminders, resetAt, resetBy, messages, until);
  }
}
