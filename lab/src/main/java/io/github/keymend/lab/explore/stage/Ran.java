package io.github.keymend.lab.explore.stage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An execution, as it stands.
 *
 * @param arn its ARN
 * @param customKeyStoreId the store that its input names; empty where it names none
 * @param status as DescribeExecution names it
 * @param startedAt when it started
 * @param endedAt when it ended, or null
 * @param state the state that it is in, or ended in
 */
public record Ran(
    String arn,
    String customKeyStoreId,
    String status,
    Instant startedAt,
    @Nullable Instant endedAt,
    String state) {
  /** Whether it is running. */
  public boolean isRunning() {
    return endedAt == null;
  }
}
