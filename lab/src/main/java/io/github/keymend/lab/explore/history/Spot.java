package io.github.keymend.lab.explore.history;

/**
 * A point within an invocation.
 *
 * @param function the function's logical id, such as {@code ConnectFunction}
 * @param skip how many invocations of it pass unharmed before
 * @param call which of its calls to the outside, counted from 1
 * @param after whether after the call has taken effect, or before
 */
public record Spot(String function, int skip, int call, boolean after) {}
