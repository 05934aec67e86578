package io.github.keymend.domain.rule;

import io.github.keymend.domain.incident.ParkReason;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the workflow does after a look. */
public sealed interface Next {
  /** Nothing to do and no incident: end without a message. */
  record Leave() implements Next {}

  /**
   * KMS is at work, or a look does not count yet.
   *
   * @param pause how long until the next look
   */
  record Wait(Duration pause) implements Next {}

  /** A failure or a wish to connect is to be diagnosed and checked. */
  record Diagnose() implements Next {}

  /**
   * Give KMS the credential that is owed.
   *
   * @param attempt the attempt that it is part of
   */
  record Correct(int attempt) implements Next {}

  /**
   * Connect.
   *
   * @param attempt the attempt that it is part of
   */
  record Connect(int attempt) implements Next {}

  /**
   * The incident is over.
   *
   * @param gone whether the store is gone, rather than CONNECTED
   */
  record Close(boolean gone) implements Next {}

  /**
   * The incident rests.
   *
   * @param reason why
   * @param due when the sweep takes it up by itself
   */
  record Park(ParkReason reason, @Nullable Instant due) implements Next {}
}
