package io.github.keymend.lab.doctor.seen;

/**
 * A schedule of EventBridge Scheduler.
 *
 * @param name its name
 * @param enabled whether it starts anything
 * @param expression such as rate(5 minutes)
 * @param target the ARN of what it starts
 */
public record Schedule(String name, boolean enabled, String expression, String target) {}
