package io.github.keymend.lab.explore.history;

import io.github.keymend.lab.kms.PointlessConnect;
import io.github.keymend.lab.kms.StoreType;
import java.time.Duration;
import java.util.List;

/**
 * How a history begins.
 *
 * @param stores the type of each store
 * @param connected whether they are CONNECTED at the beginning; else they never were
 * @param repairing whether the mode is repair; else observe
 * @param attempts the template's parameter Attempts
 * @param correcting whether a secret is named for each store
 * @param connectOnConnected what KMS answers to a Connect on CONNECTED
 * @param connectOnConnecting what KMS answers to a Connect on CONNECTING
 * @param logInsPerConnect how often one connect tries to log in
 * @param updateOnFailed whether KMS takes an Update while FAILED
 * @param noUpdateOnConnected whether KMS refuses an Update while CONNECTED
 * @param noProbeOnDisconnected whether an Update of a DISCONNECTED store behind a VPC endpoint service asks no proxy
 * @param disconnectLeavesConnect whether a Disconnect of a CONNECTING store leaves its log-in to be made
 * @param onePerPage whether a page of DescribeCustomKeyStores has one store
 * @param emptyAnswers whether an answer that returns nothing has no body
 * @param connectTime how long a connect takes
 * @param disconnectTime how long a disconnect takes
 * @param sweepOffset when the first scheduled sweep runs
 */
public record Setup(
    List<StoreType> stores,
    boolean connected,
    boolean repairing,
    int attempts,
    boolean correcting,
    PointlessConnect connectOnConnected,
    PointlessConnect connectOnConnecting,
    int logInsPerConnect,
    boolean updateOnFailed,
    boolean noUpdateOnConnected,
    boolean noProbeOnDisconnected,
    boolean disconnectLeavesConnect,
    boolean onePerPage,
    boolean emptyAnswers,
    Duration connectTime,
    Duration disconnectTime,
    Duration sweepOffset) {
  /** So many stores have an account's breaker: docs/decisions, 16. */
  public static final int FLEET = 3;

  /** A defensive copy. */
  public Setup {
    stores = List.copyOf(stores);
  }
}
