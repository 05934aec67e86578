package io.github.keymend.lab.kms;

import java.time.Duration;

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
 */
public record Switches(
    PointlessConnect connectOnConnected,
    PointlessConnect connectOnConnecting,
    int logInsPerConnect,
    boolean updateOnConnected,
    boolean updateOnFailed,
    boolean probeDisconnectedVpc,
    Duration staleness) {
  /** The default of every switch. */
  public static final Switches DEFAULT = new Switches(
      PointlessConnect.NO_OP, PointlessConnect.NO_OP, 1, true, false, true, Duration.ZERO);

  /** Refuses values that no KMS could have. */
  public Switches {
    if (logInsPerConnect < 1) {
      throw new IllegalArgumentException(
          "logInsPerConnect is " + logInsPerConnect + ", it must be 1 or more");
    }
    if (staleness.isNegative()) {
      throw new IllegalArgumentException("staleness is " + staleness + ", it must be 0 or more");
    }
  }

  /** These switches with another answer to a Connect on CONNECTED. */
  public Switches withConnectOnConnected(PointlessConnect value) {
    return new Switches(
        value,
        connectOnConnecting,
        logInsPerConnect,
        updateOnConnected,
        updateOnFailed,
        probeDisconnectedVpc,
        staleness);
  }

  /** These switches with another answer to a Connect on CONNECTING. */
  public Switches withConnectOnConnecting(PointlessConnect value) {
    return new Switches(
        connectOnConnected,
        value,
        logInsPerConnect,
        updateOnConnected,
        updateOnFailed,
        probeDisconnectedVpc,
        staleness);
  }

  /** These switches with another number of log-ins per connect. */
  public Switches withLogInsPerConnect(int value) {
    return new Switches(
        connectOnConnected,
        connectOnConnecting,
        value,
        updateOnConnected,
        updateOnFailed,
        probeDisconnectedVpc,
        staleness);
  }

  /** These switches with or without updates of credential and path while CONNECTED. */
  public Switches withUpdateOnConnected(boolean value) {
    return new Switches(
        connectOnConnected,
        connectOnConnecting,
        logInsPerConnect,
        value,
        updateOnFailed,
        probeDisconnectedVpc,
        staleness);
  }

  /** These switches with or without updates of name, credential and path while FAILED. */
  public Switches withUpdateOnFailed(boolean value) {
    return new Switches(
        connectOnConnected,
        connectOnConnecting,
        logInsPerConnect,
        updateOnConnected,
        value,
        probeDisconnectedVpc,
        staleness);
  }

  /** These switches with or without a probe of a disconnected VPC store. */
  public Switches withProbeDisconnectedVpc(boolean value) {
    return new Switches(
        connectOnConnected,
        connectOnConnecting,
        logInsPerConnect,
        updateOnConnected,
        updateOnFailed,
        value,
        staleness);
  }

  /** These switches with another age of what Describe shows. */
  public Switches withStaleness(Duration value) {
    return new Switches(
        connectOnConnected,
        connectOnConnecting,
        logInsPerConnect,
        updateOnConnected,
        updateOnFailed,
        probeDisconnectedVpc,
        value);
  }
}
