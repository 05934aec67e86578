package io.github.keymend.lab.kms;

import io.github.keymend.lab.service.Caller;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A store went from one state into another.
 *
 * @param at virtual time
 * @param storeId the store
 * @param from the state before; equal to {@code to} where a connect was restarted
 * @param to the state after
 * @param errorCode the code, if {@code to} is FAILED
 * @param caller whose call did it; null where KMS did it by itself
 */
public record StateChange(
    Instant at,
    String storeId,
    ConnectionState from,
    ConnectionState to,
    @Nullable String errorCode,
    @Nullable Caller caller) {}
