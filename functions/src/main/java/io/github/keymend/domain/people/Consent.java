package io.github.keymend.domain.people;

import java.time.Instant;

/**
 * A person's leave to connect a store. Spent by one accepted connect, void after any later foreign
 * disconnect, accepted or refused.
 *
 * @param command which command gave it
 * @param at when it was given
 */
public record Consent(Command command, Instant at) {}
