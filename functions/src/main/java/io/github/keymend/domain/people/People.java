package io.github.keymend.domain.people;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What people and other programs have lately done or said about a store.
 *
 * @param consent the leave to connect, while it is valid
 * @param stoppedAt since when a person has it stopped; null: not stopped
 * @param aborted whether it was stopped by aborting an execution
 * @param lastCall the last foreign call, for the grace
 * @param lastCallBy who made it
 * @param lastDisconnect the last foreign disconnect, accepted or refused: it voids every consent before it
 * @param connectAcceptedAt the last accepted connect, ours or foreign: a FAILED after it is a new one
 * @param foreignConnectAt the last accepted foreign connect: a FAILED soon after it may be the one before it
 * @param resumedAt when the last {@code resume} that was taken was given: it ends every stop before it, also one heard later
 */
public record People(
    @Nullable Consent consent,
    @Nullable Instant stoppedAt,
    boolean aborted,
    @Nullable Instant lastCall,
    @Nullable String lastCallBy,
    @Nullable Instant lastDisconnect,
    @Nullable Instant connectAcceptedAt,
    @Nullable Instant foreignConnectAt,
    @Nullable Instant resumedAt) {
  /** Nobody has done or said anything. */
  public static final People NOBODY =
      new People(null, null, false, null, null, null, null, null, null);

  /** The same with another consent, or none. */
  public People consent(@Nullable Consent next) {
    return new People(
        next,
        stoppedAt,
        aborted,
        lastCall,
        lastCallBy,
        lastDisconnect,
        connectAcceptedAt,
        foreignConnectAt,
        resumedAt);
  }

  /** The same, stopped. */
  public People stopped(Instant since, boolean byAbort) {
    return new People(
        null,
        since,
        byAbort,
        lastCall,
        lastCallBy,
        lastDisconnect,
        connectAcceptedAt,
        foreignConnectAt,
        resumedAt);
  }

  /** The same, no longer stopped. */
  public People released() {
    return new People(
        consent,
        null,
        false,
        lastCall,
        lastCallBy,
        lastDisconnect,
        connectAcceptedAt,
        foreignConnectAt,
        resumedAt);
  }

  /** The same after a person has resumed it. */
  public People resumed(Instant at) {
    boolean later = resumedAt == null || at.isAfter(resumedAt);
    return new People(
        consent,
        null,
        false,
        lastCall,
        lastCallBy,
        lastDisconnect,
        connectAcceptedAt,
        foreignConnectAt,
        later ? at : resumedAt);
  }

  /** The same after a foreign call. */
  public People called(Instant at, String by) {
    boolean later = lastCall == null || at.isAfter(lastCall);
    return new People(
        consent,
        stoppedAt,
        aborted,
        later ? at : lastCall,
        later ? by : lastCallBy,
        lastDisconnect,
        connectAcceptedAt,
        foreignConnectAt,
        resumedAt);
  }

  /** The same with no foreign call that asks for grace. */
  public People graceOver() {
    return new People(
        consent,
        stoppedAt,
        aborted,
        null,
        null,
        lastDisconnect,
        connectAcceptedAt,
        foreignConnectAt,
        resumedAt);
  }

  /** The same after an accepted connect. */
  public People connectAccepted(Instant at) {
    boolean later = connectAcceptedAt == null || at.isAfter(connectAcceptedAt);
    return new People(
        consent,
        stoppedAt,
        aborted,
        lastCall,
        lastCallBy,
        lastDisconnect,
        later ? at : connectAcceptedAt,
        foreignConnectAt,
        resumedAt);
  }

  /** The same after an accepted foreign connect. */
  public People foreignConnect(Instant at) {
    People next = connectAccepted(at);
    boolean later = foreignConnectAt == null || at.isAfter(foreignConnectAt);
    return new People(
        next.consent,
        next.stoppedAt,
        next.aborted,
        next.lastCall,
        next.lastCallBy,
        next.lastDisconnect,
        next.connectAcceptedAt,
        later ? at : foreignConnectAt,
        next.resumedAt);
  }

  /** The same after a foreign disconnect, accepted or refused: a consent given before it is void. */
  public People disconnected(Instant at) {
    boolean later = lastDisconnect == null || at.isAfter(lastDisconnect);
    boolean voided = consent != null && at.isAfter(consent.at());
    return new People(
        voided ? null : consent,
        stoppedAt,
        aborted,
        lastCall,
        lastCallBy,
        later ? at : lastDisconnect,
        connectAcceptedAt,
        foreignConnectAt,
        resumedAt);
  }
}
