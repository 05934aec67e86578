package io.github.keymend.lab.scenario;

import java.time.Duration;
import java.util.List;

/**
 * What came of a scenario.
 *
 * @param scenario its name
 * @param rests how the store stood each time when nothing more happened by itself: state, and why the incident was
 *     parked; the last is the end
 * @param mendedBy who brought the store to CONNECTED
 * @param attempts keymend's attempts
 * @param acts the calls that change a store, by keymend or a person, in order
 * @param remedies the branches that the workflow took, in order
 * @param path remedies, acts, commands and mended causes, in order
 * @param messages the kinds of the messages, in order
 * @param threads how many threads the messages are in
 * @param took from the beginning until nothing more happened
 * @param kmsTook the part of it in which KMS itself was connecting or disconnecting
 * @param executions repairs
 * @param brokenExecutions repairs that did not succeed
 * @param cost what they cost
 */
public record Outcome(
    String scenario,
    List<String> rests,
    MendedBy mendedBy,
    int attempts,
    List<String> acts,
    List<String> remedies,
    List<String> path,
    List<String> messages,
    int threads,
    Duration took,
    Duration kmsTook,
    int executions,
    int brokenExecutions,
    Cost cost) {
  /** Defensive copies. */
  public Outcome {
    rests = List.copyOf(rests);
    acts = List.copyOf(acts);
    remedies = List.copyOf(remedies);
    path = List.copyOf(path);
    messages = List.copyOf(messages);
  }

  /** How it ended. */
  public String end() {
    return rests.get(rests.size() - 1);
  }
}
