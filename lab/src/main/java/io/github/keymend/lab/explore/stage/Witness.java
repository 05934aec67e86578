package io.github.keymend.lab.explore.stage;

import io.github.keymend.lab.explore.history.Action;
import io.github.keymend.lab.kms.StateChange;
import io.github.keymend.lab.sns.Published;
import java.time.Instant;

/** Is told everything that happens, in order. */
public interface Witness {
  /** Something of the history happens now. */
  default void performed(int store, Action action) {}

  /** keymend has read a store. */
  default void read(Read read) {}

  /** keymend has called KMS to change a store. */
  default void act(ActCall call) {}

  /** What keymend remembers of a store was written. */
  default void remembered(Remembered change) {}

  /** What keymend remembers of the account's breaker was written. */
  default void breaker(RememberedBreaker change) {}

  /** A store is in another state. */
  default void changed(StateChange change) {}

  /** SNS took a message. */
  default void published(Published message) {}

  /** Somebody else called KMS to change a store. */
  default void foreign(ForeignCall call) {}

  /** The event of a foreign call has arrived: an execution was started with it. */
  default void delivered(ForeignCall call, String execution) {}

  /** Somebody has commanded keymend: an execution was started with it. */
  default void commanded(String customKeyStoreId, String command, String execution, Instant at) {}

  /** An invocation has failed, and this is what logs and histories show of it. */
  default void failed(String text) {}

  /** The roles do not allow a function a call that it has made. */
  default void denied(String function, String action) {}

  /** An execution enters a state. */
  default void entered(String execution, String state) {}

  /** An execution has ended. */
  default void ended(String execution, String status) {}
}
