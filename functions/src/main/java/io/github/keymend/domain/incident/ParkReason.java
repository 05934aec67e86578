package io.github.keymend.domain.incident;

/** Why an incident rests. */
public enum ParkReason {
  /** Mode is observe: keymend says what it would have done. */
  OBSERVING(true),
  /** The operator's lists have taken the store out of keymend's care while its incident was open. */
  NOT_IN_CARE(true),
  /** Many stores fail at once: keymend begins no repair of any, and the account's own message says so. */
  BREAKER_OPEN(false),
  /** The table says: wait until the cause is gone. */
  WAITING_FOR_THE_CAUSE(true),
  /** The table says: only a person can help. */
  ASKED_A_PERSON(true),
  /** No secret is named for the store, so keymend cannot correct it. */
  NO_SECRET_NAMED(true),
  /** The named secret holds no version that may be tried. */
  NO_NEW_SECRET(true),
  /** Rejected log-ins: only a person may connect. */
  ONLY_A_PERSON_CONNECTS(true),
  /** All attempts of the incident are used up. */
  BUDGET_SPENT(true),
  /** All attempts of the day are used up. */
  DAILY_CAP_REACHED(true),
  /** Somebody else acted a moment ago; keymend keeps its hands off for a while. */
  GRACE(false),
  /** Somebody else disconnected the store during the incident. */
  IN_A_PERSONS_HANDS(true),
  /** It is not known whether the store was disconnected by keymend. */
  DISCONNECTED_BY_WHOM(true),
  /** KMS has not finished a change in the time it should take. */
  STUCK(true),
  /** A person said stop. */
  STOPPED(false),
  /** A person aborted the execution. */
  ABORTED(false),
  /** The repair's own time does not hold another attempt; the next one goes on. */
  CONTINUES_LATER(false),
  /** Several repairs in a row came to nothing. */
  NO_PROGRESS(true),
  /** Something that keymend did not expect. */
  UNEXPECTED(true);

  private final boolean awaitsPerson;

  ParkReason(boolean awaitsPerson) {
    this.awaitsPerson = awaitsPerson;
  }

  /** Whether a person is awaited, and reminded. */
  public boolean awaitsPerson() {
    return awaitsPerson;
  }
}
