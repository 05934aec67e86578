package io.github.keymend.lab.doctor.seen;

/**
 * A rule of EventBridge.
 *
 * @param name its name
 * @param enabled whether it lets anything through
 */
public record Rule(String name, boolean enabled) {}
