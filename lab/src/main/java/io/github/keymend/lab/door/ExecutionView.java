package io.github.keymend.lab.door;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What DescribeExecution answers.
 *
 * @param executionArn the execution
 * @param stateMachineArn its workflow
 * @param name its name
 * @param status how it is
 * @param startDate when it started
 * @param stopDate when it ended; null while RUNNING
 * @param input JSON text
 * @param output JSON text; null unless SUCCEEDED
 * @param error the error's name; null unless FAILED, TIMED_OUT or ABORTED
 * @param cause the text for people; null likewise
 */
public record ExecutionView(
    String executionArn,
    String stateMachineArn,
    String name,
    ExecutionStatus status,
    Instant startDate,
    @Nullable Instant stopDate,
    String input,
    @Nullable String output,
    @Nullable String error,
    @Nullable String cause) {}
