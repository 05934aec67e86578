package io.github.keymend.lab.explore.stage;

import io.github.keymend.domain.breaker.Breaker;
import java.time.Instant;

/**
 * A change of what keymend remembers of the account's breaker.
 *
 * @param at when
 * @param invocation who wrote
 * @param before what stood there
 * @param after what stands there now
 */
public record RememberedBreaker(Instant at, Invocation invocation, Breaker before, Breaker after) {}
