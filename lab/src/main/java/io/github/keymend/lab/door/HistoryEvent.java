package io.github.keymend.lab.door;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event of an execution's history; Step Functions API reference, HistoryEvent.
 *
 * @param at when
 * @param type such as {@code TaskStateEntered}
 * @param member the name of the member that holds the details; null: there are none
 * @param details the details
 */
public record HistoryEvent(
    Instant at, String type, @Nullable String member, JsonNode details) {}
