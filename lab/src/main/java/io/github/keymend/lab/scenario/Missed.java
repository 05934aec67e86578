package io.github.keymend.lab.scenario;

/**
 * An expectation that was not met.
 *
 * @param what what was looked at
 * @param expected what should have come
 * @param was what came
 */
public record Missed(String what, String expected, String was) {}
