package io.github.keymend.domain.incident;

import io.github.keymend.domain.table.Cause;
import io.github.keymend.domain.table.Remedy;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The trouble of one store, from the first failure that counts until it is CONNECTED again or gone.
 *
 * @param id unique for the store; the thread of its messages
 * @param openedAt when it began by our record
 * @param opening what opened it
 * @param cause the last cause; null before any failure was seen
 * @param causeSince since when the store has shown this cause
 * @param remedy the remedy last decided
 * @param attempts how many attempts were begun in all; never goes down
 * @param spent attempts since the budget was last renewed, by remedy
 * @param renewals how often a person has renewed the budget
 * @param attempt the attempt under way
 * @param parked why and how it rests; null while a repair is at work
 * @param graceSince when the first grace of this incident began
 * @param told the ids of the messages that were said
 */
public record Incident(
    String id,
    Instant openedAt,
    Opening opening,
    @Nullable Cause cause,
    Instant causeSince,
    @Nullable Remedy remedy,
    int attempts,
    Map<Remedy, Integer> spent,
    int renewals,
    @Nullable Attempt attempt,
    @Nullable Parked parked,
    @Nullable Instant graceSince,
    Set<String> told) {
  /** Defensive copies. */
  public Incident {
    spent = Map.copyOf(spent);
    told = Collections.unmodifiableSet(new LinkedHashSet<>(told));
  }

  /** A new incident. */
  public static Incident open(String id, Instant now, Opening opening, @Nullable Cause cause) {
    return new Incident(
        id, now, opening, cause, now, null, 0, Map.of(), 0, null, null, null, Set.of());
  }

  /** How many attempts with this remedy were begun since the budget was last renewed. */
  public int spent(Remedy which) {
    return spent.getOrDefault(which, 0);
  }

  /** The same with a new attempt begun. */
  public Incident begin(Attempt begun) {
    Map<Remedy, Integer> more = new EnumMap<>(Remedy.class);
    more.putAll(spent);
    more.merge(begun.remedy(), 1, Integer::sum);
    return new Incident(
        id,
        openedAt,
        opening,
        cause,
        causeSince,
        remedy,
        begun.number(),
        more,
        renewals,
        begun,
        parked,
        graceSince,
        told);
  }

  /** The same with another cause, and no attempt under way. */
  public Incident failed(Cause next, Instant since) {
    return new Incident(
        id,
        openedAt,
        opening,
        next,
        since,
        remedy,
        attempts,
        spent,
        renewals,
        null,
        parked,
        graceSince,
        told);
  }

  /** The same with the attempt under way replaced; null: it is over. */
  public Incident with(@Nullable Attempt next) {
    return new Incident(
        id,
        openedAt,
        opening,
        cause,
        causeSince,
        remedy,
        attempts,
        spent,
        renewals,
        next,
        parked,
        graceSince,
        told);
  }

  /** The same with the remedy that was decided. */
  public Incident decided(Remedy next) {
    return new Incident(
        id,
        openedAt,
        opening,
        cause,
        causeSince,
        next,
        attempts,
        spent,
        renewals,
        attempt,
        parked,
        graceSince,
        told);
  }

  /** The same at rest, or taken up again with null. */
  public Incident park(@Nullable Parked rest) {
    return new Incident(
        id,
        openedAt,
        opening,
        cause,
        causeSince,
        remedy,
        attempts,
        spent,
        renewals,
        attempt,
        rest,
        graceSince,
        told);
  }

  /** The same with its budget renewed by a person. */
  public Incident renew() {
    return new Incident(
        id,
        openedAt,
        opening,
        cause,
        causeSince,
        remedy,
        attempts,
        Map.of(),
        renewals + 1,
        attempt,
        parked,
        graceSince,
        told);
  }

  /** The same with the beginning of its first grace. */
  public Incident grace(Instant since) {
    return new Incident(
        id,
        openedAt,
        opening,
        cause,
        causeSince,
        remedy,
        attempts,
        spent,
        renewals,
        attempt,
        parked,
        since,
        told);
  }

  /** The same with one more message said. */
  public Incident said(String messageId) {
    Set<String> more = new LinkedHashSet<>(told);
    more.add(messageId);
    return new Incident(
        id,
        openedAt,
        opening,
        cause,
        causeSince,
        remedy,
        attempts,
        spent,
        renewals,
        attempt,
        parked,
        graceSince,
        more);
  }
}
