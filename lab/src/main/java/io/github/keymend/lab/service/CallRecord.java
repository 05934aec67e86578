package io.github.keymend.lab.service;

import java.time.Instant;

/**
 * One line of a service's call log.
 *
 * @param at virtual time
 * @param call what was asked, by whom
 * @param tookEffect whether the service did it, whatever it answered
 * @param outcome what the caller got
 */
public record CallRecord(Instant at, Call call, boolean tookEffect, Outcome outcome) {
  /** Whether the caller got a 200. */
  public boolean accepted() {
    return outcome instanceof Outcome.Accepted;
  }
}
