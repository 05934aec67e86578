package io.github.keymend.lab.kms;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * Everything about KMS that AWS's documents contradict each other on, or do not say. keymend must hold its rules under
 * every setting.
 *
 * @param connectOnConnected Connect on a CONNECTED store; default NO_OP, after the text of
 *     CustomKeyStoreInvalidStateException
 * @param connectOnConnecting Connect on a CONNECTING store; default NO_OP, same source
 * @param logInsPerConnect how often one connect tries to log in as kmsuser; AWS does not say; default 1
 * @param updateOnConnected whether credential and URI path of an external store may be updated while CONNECTED; default
 *     true, after UpdateCustomKeyStore and the Developer Guide; the exception's text allows the name alone
 * @param updateOnFailed whether name, credential and URI path may be updated while FAILED; default false, after
 *     UpdateCustomKeyStore; the Developer Guide says "any connection state"
 * @param probeDisconnectedVpc whether UpdateCustomKeyStore asks the proxy of a DISCONNECTED store that is reached through
 *     a VPC endpoint service; AWS does not say; default true
 * @param staleness how old the view is that DescribeCustomKeyStores gives: KMS is eventually consistent, usually within
 *     seconds, sometimes minutes (KMS Developer Guide, "AWS KMS eventual consistency"); default 0 s
 * @param disconnectCancelsConnect whether a Disconnect of a CONNECTING store keeps the attempt from logging in; AWS does not
 *     say; default true
 * @param updateOfNothing whether UpdateCustomKeyStore takes a request that changes nothing; AWS does not say; default true
 * @param describePageSize entries per page of DescribeCustomKeyStores without Limit; AWS does not say; default 100, more than
 *     there can be stores
 * @param storeQuota stores per account and Region: 10, which is adjustable by the newer of two pages (KMS Developer Guide,
 *     "Resource quotas")
 * @param emptyAnswers whether the answer of an operation that returns nothing has no body; the KMS API reference says both
 *     that and "a JSON object with no properties"; default false
 * @param timings how long connects and disconnects take
 */
public record Switches(
    PointlessConnect connectOnConnected,
    PointlessConnect connectOnConnecting,
    int logInsPerConnect,
    boolean updateOnConnected,
    boolean updateOnFailed,
    boolean probeDisconnectedVpc,
    Duration staleness,
    boolean disconnectCancelsConnect,
    boolean updateOfNothing,
    int describePageSize,
    int storeQuota,
    boolean emptyAnswers,
    Timings timings) {
  /** The default of every switch. */
  public static final Switches DEFAULT = new Switches(
      PointlessConnect.NO_OP,
      PointlessConnect.NO_OP,
      1,
      true,
      false,
      true,
      Duration.ZERO,
      true,
      true,
      100,
      10,
      false,
      Timings.DOCUMENTED);

  /** Refuses values that no KMS could have. */
  public Switches {
    if (logInsPerConnect < 1) {
      throw new IllegalArgumentException(
          "logInsPerConnect is " + logInsPerConnect + ", it must be 1 or more");
    }
    if (staleness.isNegative()) {
      throw new IllegalArgumentException("staleness is " + staleness + ", it must be 0 or more");
    }
    if (describePageSize < 1 || describePageSize > 1000) {
      throw new IllegalArgumentException(
          "describePageSize is " + describePageSize + ", it must be from 1 to 1000");
    }
    if (storeQuota < 1) {
      throw new IllegalArgumentException("storeQuota is " + storeQuota + ", it must be 1 or more");
    }
  }

  /** These switches with another answer to a Connect on CONNECTED. */
  public Switches withConnectOnConnected(PointlessConnect value) {
    return changed(draft -> draft.connectOnConnected = value);
  }

  /** These switches with another answer to a Connect on CONNECTING. */
  public Switches withConnectOnConnecting(PointlessConnect value) {
    return changed(draft -> draft.connectOnConnecting = value);
  }

  /** These switches with another number of log-ins per connect. */
  public Switches withLogInsPerConnect(int value) {
    return changed(draft -> draft.logInsPerConnect = value);
  }

  /** These switches with or without updates of credential and path while CONNECTED. */
  public Switches withUpdateOnConnected(boolean value) {
    return changed(draft -> draft.updateOnConnected = value);
  }

  /** These switches with or without updates of name, credential and path while FAILED. */
  public Switches withUpdateOnFailed(boolean value) {
    return changed(draft -> draft.updateOnFailed = value);
  }

  /** These switches with or without a probe of a disconnected VPC store. */
  public Switches withProbeDisconnectedVpc(boolean value) {
    return changed(draft -> draft.probeDisconnectedVpc = value);
  }

  /** These switches with another age of what Describe shows. */
  public Switches withStaleness(Duration value) {
    return changed(draft -> draft.staleness = value);
  }

  /** These switches with an attempt that a Disconnect cancels, or does not. */
  public Switches withDisconnectCancelsConnect(boolean value) {
    return changed(draft -> draft.disconnectCancelsConnect = value);
  }

  /** These switches with an Update of nothing accepted, or refused. */
  public Switches withUpdateOfNothing(boolean value) {
    return changed(draft -> draft.updateOfNothing = value);
  }

  /** These switches with other pages of Describe. */
  public Switches withDescribePageSize(int value) {
    return changed(draft -> draft.describePageSize = value);
  }

  /** These switches with another quota of stores. */
  public Switches withStoreQuota(int value) {
    return changed(draft -> draft.storeQuota = value);
  }

  /** These switches with or without a body where there is nothing to say. */
  public Switches withEmptyAnswers(boolean value) {
    return changed(draft -> draft.emptyAnswers = value);
  }

  /** These switches with other durations of connects and disconnects. */
  public Switches withTimings(Timings value) {
    return changed(draft -> draft.timings = value);
  }

  private Switches changed(Consumer<Draft> change) {
    var draft = new Draft(this);
    change.accept(draft);
    return draft.made();
  }

  /** Switches that are being changed. */
  private static final class Draft {
    PointlessConnect connectOnConnected;
    PointlessConnect connectOnConnecting;
    int logInsPerConnect;
    boolean updateOnConnected;
    boolean updateOnFailed;
    boolean probeDisconnectedVpc;
    Duration staleness;
    boolean disconnectCancelsConnect;
    boolean updateOfNothing;
    int describePageSize;
    int storeQuota;
    boolean emptyAnswers;
    Timings timings;

    Draft(Switches all) {
      connectOnConnected = all.connectOnConnected;
      connectOnConnecting = all.connectOnConnecting;
      logInsPerConnect = all.logInsPerConnect;
      updateOnConnected = all.updateOnConnected;
      updateOnFailed = all.updateOnFailed;
      probeDisconnectedVpc = all.probeDisconnectedVpc;
      staleness = all.staleness;
      disconnectCancelsConnect = all.disconnectCancelsConnect;
      updateOfNothing = all.updateOfNothing;
      describePageSize = all.describePageSize;
      storeQuota = all.storeQuota;
      emptyAnswers = all.emptyAnswers;
      timings = all.timings;
    }

    Switches made() {
      return new Switches(
          connectOnConnected,
          connectOnConnecting,
          logInsPerConnect,
          updateOnConnected,
          updateOnFailed,
          probeDisconnectedVpc,
          staleness,
          disconnectCancelsConnect,
          updateOfNothing,
          describePageSize,
          storeQuota,
          emptyAnswers,
          timings);
    }
  }
}
