package io.github.keymend.lab.explore.stage;

import io.github.keymend.domain.incident.Act;
import io.github.keymend.lab.kms.ConnectionState;
import io.github.keymend.port.CallResult;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call by keymend that changes a store, after it was made.
 *
 * @param at when
 * @param invocation who called
 * @param customKeyStoreId the store
 * @param act which call
 * @param before the store's true state before; null: there was no such store
 * @param tookEffect whether KMS did it
 * @param refused whether KMS answered with an error of the caller's, a throttling among them
 * @param result what keymend was told
 */
public record ActCall(
    Instant at,
    Invocation invocation,
    String customKeyStoreId,
    Act act,
    @Nullable ConnectionState before,
    boolean tookEffect,
    boolean refused,
    CallResult result) {}
