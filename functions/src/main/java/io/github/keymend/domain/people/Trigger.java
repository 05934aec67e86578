package io.github.keymend.domain.people;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What started a repair, or was left as a note for the one that is running. */
public sealed interface Trigger {
  /** Identifies it, so that the same trigger counts once. */
  String id();

  /**
   * Look, and repair if FAILED.
   *
   * @param id the execution that brought it
   */
  record Plain(String id) implements Trigger {}

  /**
   * A person's command.
   *
   * @param id the execution that brought it
   * @param command what is commanded
   * @param at when it was given
   */
  record Commanded(String id, Command command, Instant at) implements Trigger {}

  /**
   * A call on the store by anyone but keymend, as CloudTrail tells it.
   *
   * @param id the event
   * @param call which call
   * @param at the call's {@code eventTime}
   * @param by who called, an ARN
   * @param errorCode with which error KMS refused it; null: accepted
   */
  record ForeignCall(
      String id, Call call, Instant at, String by, @Nullable String errorCode) implements Trigger {
    /** An {@code eventTime} has whole seconds. */
    private static final Duration WITHIN = Duration.ofMillis(999);

    /** When the call was made at the latest. */
    public Instant atLatest() {
      return at.plus(WITHIN);
    }

    /** Whether KMS accepted it. */
    public boolean accepted() {
      return errorCode == null;
    }
  }

  /** The calls that are heard of. */
  enum Call {
    /** {@code ConnectCustomKeyStore}. */
    CONNECT,
    /** {@code DisconnectCustomKeyStore}. */
    DISCONNECT,
    /** {@code UpdateCustomKeyStore}. */
    UPDATE
  }
}
