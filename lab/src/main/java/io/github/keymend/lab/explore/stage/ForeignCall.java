package io.github.keymend.lab.explore.stage;

import java.time.Instant;

/**
 * A call on a store by anyone but keymend.
 *
 * @param eventId the id of its event
 * @param customKeyStoreId the store
 * @param operation the API's name of it
 * @param at when
 * @param accepted whether KMS accepted it
 */
public record ForeignCall(
    String eventId, String customKeyStoreId, String operation, Instant at, boolean accepted) {}
