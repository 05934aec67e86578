package io.github.keymend.lab.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What must come of a scenario, written down by hand from the protocol and from what AWS documents, apart from the
 * code. {@code expected-outcomes.yaml} beside this class says how.
 *
 * @param rests state and park reason each time when nothing more happens by itself
 * @param mendedBy who brings the store to CONNECTED
 * @param attempts keymend's attempts
 * @param remedies the branches of the workflow
 * @param acts calls that change a store
 * @param messages kinds of messages
 * @param threads of the messages
 * @param minutes the shortest and the longest time that all of it may take
 * @param kmsMinutes how long KMS itself is connecting or disconnecting
 */
public record Expected(
    List<String> rests,
    MendedBy mendedBy,
    int attempts,
    List<String> remedies,
    List<String> acts,
    List<String> messages,
    int threads,
    List<Integer> minutes,
    int kmsMinutes) {
  /** Defensive copies. */
  public Expected {
    rests = List.copyOf(rests);
    remedies = List.copyOf(remedies);
    acts = List.copyOf(acts);
    messages = List.copyOf(messages);
    minutes = List.copyOf(minutes);
    if (minutes.size() != 2) {
      throw new IllegalArgumentException("minutes are two, the least and the most, not " + minutes);
    }
  }

  /** Where the outcome is another one; empty if nowhere. */
  public List<Missed> missedBy(Outcome outcome) {
    List<Missed> missed = new ArrayList<>();
    compare(missed, "rests", rests, outcome.rests());
    compare(missed, "mended by", mendedBy.words(), outcome.mendedBy().words());
    compare(missed, "attempts", attempts, outcome.attempts());
    compare(missed, "remedies", remedies, outcome.remedies());
    compare(missed, "acts", acts, outcome.acts());
    compare(missed, "messages", messages, outcome.messages());
    compare(missed, "threads", threads, outcome.threads());
    compare(missed, "executions that did not succeed", 0, outcome.brokenExecutions());
    compare(missed, "KMS's share", Duration.ofMinutes(kmsMinutes), outcome.kmsTook());
    Duration least = Duration.ofMinutes(minutes.get(0));
    Duration most = Duration.ofMinutes(minutes.get(1));
    Duration took = outcome.took();
    if (took.compareTo(least) < 0 || took.compareTo(most) > 0) {
      missed.add(new Missed("time", least + " to " + most, took.toString()));
    }
    return missed;
  }

  private static void compare(List<Missed> missed, String what, Object expected, Object was) {
    if (!expected.equals(was)) {
      missed.add(new Missed(what, expected.toString(), was.toString()));
    }
  }
}
