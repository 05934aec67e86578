package io.github.keymend.domain.incident;

import java.time.Duration;
import java.time.Instant;

/**
 * The right of one execution to act on one store.
 *
 * @param owner the ARN of the execution
 * @param fence grows with every claim; part of the id of every act
 * @param leaseUntil when the claim is void even if nothing is known of its owner
 */
public record Claim(String owner, long fence, Instant leaseUntil) {
  /** Longer than the longest repair, so that no owner outlives its lease. */
  public static final Duration LEASE = Duration.ofMinutes(70);

  /** Whether it is held by this execution under this fence. */
  public boolean isHeldBy(String execution, long theirFence) {
    return owner.equals(execution) && fence == theirFence;
  }
}
