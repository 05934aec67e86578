package io.github.keymend.domain.rule;

import io.github.keymend.domain.incident.ParkReason;
import io.github.keymend.domain.incident.StoreItem;
import io.github.keymend.domain.store.ConnectionState;
import io.github.keymend.domain.table.Remedy;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done about a cause, after every gate.
 *
 * @param item what is remembered from here on
 * @param remedy the remedy that the table gives, or that a person's command makes of it
 * @param state the state that it starts from: FAILED begins with a disconnect, DISCONNECTED does not
 * @param attempt the number of the attempt that may begin; 0 where none may
 * @param pause how long to leave the store alone before
 * @param reason why the incident is parked instead; null: go
 * @param due when the parked incident is due
 */
public record Diagnosis(
    StoreItem item,
    Remedy remedy,
    ConnectionState state,
    int attempt,
    Duration pause,
    @Nullable ParkReason reason,
    @Nullable Instant due) {}
