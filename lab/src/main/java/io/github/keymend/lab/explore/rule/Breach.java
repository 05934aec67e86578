package io.github.keymend.lab.explore.rule;

import java.time.Instant;

/**
 * A rule was broken.
 *
 * @param rule which
 * @param at when
 * @param what in words
 * @param unavoidable whether keymend could not have known
 */
public record Breach(String rule, Instant at, String what, boolean unavoidable) {}
