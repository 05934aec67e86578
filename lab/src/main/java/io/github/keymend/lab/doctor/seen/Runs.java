package io.github.keymend.lab.doctor.seen;

/**
 * How often a function ran.
 *
 * @param invocations how often
 * @param errors how often it failed
 */
public record Runs(long invocations, long errors) {}
