package io.github.keymend.domain.rule;

import io.github.keymend.domain.incident.Claim;
import io.github.keymend.domain.incident.Intent;
import io.github.keymend.domain.incident.Outcome;
import io.github.keymend.domain.incident.StoreItem;
import io.github.keymend.domain.message.Letters;
import io.github.keymend.domain.people.Trigger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One repair per store at a time: who may act, who leaves a note, who takes over from the dead. */
public final class Claiming {
  private Claiming() {}

  /**
   * The result of asking for the claim.
   *
   * @param item what is remembered from here on
   * @param claimed whether the asking execution holds the claim; else it has left a note
   */
  public record Opened(StoreItem item, boolean claimed) {}

  /**
   * Asks for the claim.
   *
   * @param item what is remembered
   * @param trigger what started the execution
   * @param execution its ARN
   * @param owner what is known of the present owner, if any
   * @param settings what the operator has set
   * @param letters the words
   * @param now the time
   */
  public static Opened open(
      StoreItem item,
      Trigger trigger,
      String execution,
      OwnerStatus owner,
      Settings settings,
      Letters letters,
      Instant now) {
    Claim claim = item.claim();
    if (claim != null && claim.owner().equals(execution)) {
      return new Opened(item, true);
    }
    if (claim == null && execution.equals(item.lastOwner())) {
      // An invocation that the workflow gave up, and repeated, comes to its end after the repair
      // has.
      return new Opened(item, true);
    }
    if (claim != null && !mayTakeOver(item, claim, owner, now)) {
      return new Opened(note(item, trigger), false);
    }
    Claim next = new Claim(execution, item.fence() + 1, now.plus(Claim.LEASE));
    StoreItem heard = Hearing.notes(item.claimed(next), settings, letters, now);
    if (claim != null && owner == OwnerStatus.ABORTED) {
      // After the notes: they were left while it ran. With or without an incident: one may open
      // yet.
      heard = heard.withPeople(heard.people().stopped(now, true));
    }
    return new Opened(Hearing.of(heard, trigger, settings, letters, now), true);
  }

  /** Whether the claim of another execution is dead: it has ended or outlived its lease, and no call is under way. */
  public static boolean mayTakeOver(StoreItem item, Claim claim, OwnerStatus owner, Instant now) {
    boolean over = owner.hasEnded() || !now.isBefore(claim.leaseUntil());
    return over && !isCalling(item, now);
  }

  /** Whether the call of the last intent may be under way: an invocation may be at work that has not told its outcome. */
  static boolean isCalling(StoreItem item, Instant now) {
    Intent intent = item.intent();
    return intent != null
        && (intent.outcome() == null || intent.outcome() == Outcome.UNKNOWN)
        && now.isBefore(intent.at().plus(Intent.LONGEST_CALL));
  }

  private static StoreItem note(StoreItem item, Trigger trigger) {
    if (item.notes().stream().anyMatch(note -> note.id().equals(trigger.id()))) {
      return item;
    }
    List<Trigger> more = new ArrayList<>(item.notes());
    more.add(trigger);
    return item.withNotes(more);
  }
}
