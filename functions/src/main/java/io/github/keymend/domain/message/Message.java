package io.github.keymend.domain.message;

import java.time.Instant;

/**
 * One message, written down before it is sent. The same message keeps the same id, so nothing is said twice and
 * nothing is lost between a crash and a retry.
 *
 * @param id unique; stable for the same turn of the same incident
 * @param thread the thread key: one per incident
 * @param kind which turn it tells
 * @param subject fewer than 100 characters of plain ASCII (SNS API reference, {@code Publish})
 * @param body the text
 * @param writtenAt when it was written down
 */
public record Message(
    String id, String thread, Kind kind, String subject, String body, Instant writtenAt) {
  /** The turns that are told. */
  public enum Kind {
    /** A failure was seen, and this is being done. */
    SEEN,
    /** A person is needed. */
    PERSON_NEEDED,
    /** keymend waits for something and goes on by itself. */
    WAITING,
    /** CONNECTED again. */
    RECOVERED,
    /** keymend stopped trying. */
    GIVEN_UP,
    /** The store is gone. */
    GONE,
    /** A command was refused. */
    REFUSED,
    /** A person is still awaited. */
    REMINDER,
    /** An alarm on a store that is CONNECTED. */
    ALARM,
    /** Many stores fail at once, and keymend acts on none. */
    BREAKER_OPENED,
    /** The account's breaker, or the daily cap of a store, holds nothing back any more. */
    BREAKER_CLOSED,
    /** The daily look found something that keymend stands on. */
    CHECKUP
  }
}
