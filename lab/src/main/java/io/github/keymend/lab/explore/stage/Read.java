package io.github.keymend.lab.explore.stage;

import io.github.keymend.domain.store.ConnectionState;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What KMS showed keymend.
 *
 * @param at when
 * @param invocation who read
 * @param customKeyStoreId the store
 * @param state what was shown; null: the store was not shown
 * @param code likewise
 * @param age how old the view was
 */
public record Read(
    Instant at,
    Invocation invocation,
    String customKeyStoreId,
    @Nullable ConnectionState state,
    @Nullable String code,
    Duration age) {}
