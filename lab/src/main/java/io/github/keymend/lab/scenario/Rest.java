package io.github.keymend.lab.scenario;

import java.time.Instant;

/**
 * How the store stood when nothing more happened by itself.
 *
 * @param at since when
 * @param state the store's true state
 * @param reason why the incident was parked; empty where none was open
 */
public record Rest(Instant at, String state, String reason) {
  /** State and reason in one text. */
  public String text() {
    return reason.isEmpty() ? state : state + " " + reason;
  }
}
