package io.github.keymend.lab.door;

import java.time.Instant;

/**
 * What StartExecution answers.
 *
 * @param executionArn the execution
 * @param startDate when it started
 */
public record StartedExecution(String executionArn, Instant startDate) {}
