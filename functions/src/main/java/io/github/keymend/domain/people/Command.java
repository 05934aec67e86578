package io.github.keymend.domain.people;

/** What a person may command. */
public enum Command {
  /** May connect a DISCONNECTED store, once. */
  CONNECT,
  /** Renew the budgets, look now; may connect during this incident. */
  RESUME,
  /** Before the next act, park silently until {@link #RESUME} or until CONNECTED. */
  STOP,
  /** Count the store's attempts of the day anew; without a store: close the account's circuit breaker. */
  RESET
}
