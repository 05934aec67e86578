package io.github.keymend.lab.explore.stage;

import io.github.keymend.domain.incident.StoreItem;
import java.time.Instant;

/**
 * A change of what keymend remembers.
 *
 * @param at when
 * @param invocation who wrote
 * @param before what was remembered
 * @param after what is remembered now
 */
public record Remembered(Instant at, Invocation invocation, StoreItem before, StoreItem after) {}
