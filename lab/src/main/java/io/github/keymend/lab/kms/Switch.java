package io.github.keymend.lab.kms;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The switches by name: each is something that AWS's documents contradict each other on, or do not say. */
public enum Switch {
  CONNECT_ON_CONNECTED(
      "no_op, restart, refused",
      "What Connect does to a CONNECTED store. The text of CustomKeyStoreInvalidStateException"
          + " calls the call valid, the Developer Guide (Connect and disconnect) demands"
          + " DISCONNECTED; neither says what the call then does.",
      Switches::connectOnConnected,
      (all, value) -> all.withConnectOnConnected(pointless(value))),
  CONNECT_ON_CONNECTING(
      "no_op, restart, refused",
      "The same for a CONNECTING store.",
      Switches::connectOnConnecting,
      (all, value) -> all.withConnectOnConnecting(pointless(value))),
  LOG_INS_PER_CONNECT(
      "1 or more",
      "How often one connect tries to log in as kmsuser; five wrong passwords lock it. AWS does"
          + " not say.",
      Switches::logInsPerConnect,
      (all, value) -> all.withLogInsPerConnect(Integer.parseInt(value))),
  UPDATE_ON_CONNECTED(
      "true, false",
      "Whether credential and URI path of an external store may be updated while CONNECTED."
          + " UpdateCustomKeyStore and the Developer Guide (Edit external key stores) say yes; the"
          + " exception's text allows the name alone.",
      Switches::updateOnConnected,
      (all, value) -> all.withUpdateOnConnected(flag(value))),
  UPDATE_ON_FAILED(
      "true, false",
      "Whether name, credential and URI path may be updated while FAILED. UpdateCustomKeyStore"
          + " says no; the Developer Guide (Edit external key stores) says in any connection"
          + " state.",
      Switches::updateOnFailed,
      (all, value) -> all.withUpdateOnFailed(flag(value))),
  PROBE_DISCONNECTED_VPC(
      "true, false",
      "Whether UpdateCustomKeyStore asks the proxy of a DISCONNECTED store behind a VPC endpoint"
          + " service. AWS does not say; while disconnected there is no endpoint to ask through.",
      Switches::probeDisconnectedVpc,
      (all, value) -> all.withProbeDisconnectedVpc(flag(value))),
  STALENESS(
      "a duration such as PT2M",
      "How old the view is that DescribeCustomKeyStores gives. KMS is eventually consistent:"
          + " usually seconds, sometimes minutes (Developer Guide, AWS KMS eventual consistency).",
      Switches::staleness,
      (all, value) -> all.withStaleness(duration(value))),
  DISCONNECT_CANCELS_CONNECT(
      "true, false",
      "Whether a Disconnect of a CONNECTING store keeps the attempt from logging in as kmsuser."
          + " DisconnectCustomKeyStore and the exception's text say that the call is valid, not what"
          + " becomes of the attempt; a rejected log-in counts towards the lock.",
      Switches::disconnectCancelsConnect,
      (all, value) -> all.withDisconnectCancelsConnect(flag(value))),
  UPDATE_OF_NOTHING(
      "true, false",
      "Whether UpdateCustomKeyStore takes a request without any change. The model requires the id"
          + " alone; AWS says no more.",
      Switches::updateOfNothing,
      (all, value) -> all.withUpdateOfNothing(flag(value))),
  DESCRIBE_PAGE_SIZE(
      "1 to 1000",
      "Entries per page of DescribeCustomKeyStores without Limit. AWS does not say, and fewer than"
          + " Limit may come.",
      Switches::describePageSize,
      (all, value) -> all.withDescribePageSize(Integer.parseInt(value))),
  STORE_QUOTA(
      "1 or more",
      "Stores per account and Region. 10; the older Developer Guide says that it cannot be raised,"
          + " the newer (Resource quotas) that it can.",
      Switches::storeQuota,
      (all, value) -> all.withStoreQuota(Integer.parseInt(value))),
  EMPTY_ANSWERS(
      "true, false",
      "Whether the answer to Connect, Disconnect, Update and Delete has no body. The API reference"
          + " says so under Response Elements, and in its text that it is a JSON object with no"
          + " properties.",
      Switches::emptyAnswers,
      (all, value) -> all.withEmptyAnswers(flag(value))),
  HSM_CONNECT_TIME(
      "a duration such as PT20M",
      "How long a connect of a CloudHSM store takes. Up to 20 minutes (Developer Guide, Connect and"
          + " disconnect); after how long KMS gives up is not said.",
      all -> all.timings().cloudHsmConnect(),
      (all, value) -> all.withTimings(all.timings().withCloudHsmConnect(duration(value)))),
  HSM_DISCONNECT_TIME(
      "a duration such as PT2M",
      "How long a disconnect of a CloudHSM store takes. AWS does not say.",
      all -> all.timings().cloudHsmDisconnect(),
      (all, value) -> all.withTimings(all.timings().withCloudHsmDisconnect(duration(value)))),
  XKS_CONNECT_TIME(
      "a duration such as PT5M",
      "How long a connect of an external store takes. About 5 minutes (Developer Guide, Connect and"
          + " disconnect).",
      all -> all.timings().xksConnect(),
      (all, value) -> all.withTimings(all.timings().withXksConnect(duration(value)))),
  XKS_DISCONNECT_TIME(
      "a duration such as PT5M",
      "How long a disconnect of an external store takes. About 5 minutes (same page).",
      all -> all.timings().xksDisconnect(),
      (all, value) -> all.withTimings(all.timings().withXksDisconnect(duration(value))));

  private final String range;
  private final String unknown;

  @SuppressWarnings("ImmutableEnumChecker") // method references without state
  private final Function<Switches, Object> reader;

  @SuppressWarnings("ImmutableEnumChecker") // likewise
  private final BiFunction<Switches, String, Switches> writer;

  Switch(
      String range,
      String unknown,
      Function<Switches, Object> reader,
      BiFunction<Switches, String, Switches> writer) {
    this.range = range;
    this.unknown = unknown;
    this.reader = reader;
    this.writer = writer;
  }

  /** Its name on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What it can be set to, for people. */
  public String range() {
    return range;
  }

  /** What is unknown, and who says what. */
  public String unknown() {
    return unknown;
  }

  /** Where it stands in {@code switches}. */
  public String valueIn(Switches switches) {
    String value = String.valueOf(reader.apply(switches));
    return reader.apply(switches) instanceof Enum<?> ? value.toLowerCase(Locale.ROOT) : value;
  }

  /**
   * {@code switches} with one set as {@code NAME=VALUE} says.
   *
   * @throws IllegalArgumentException if there is no such switch, or it cannot be set to the value
   */
  public static Switches set(Switches switches, String nameAndValue) {
    int equals = nameAndValue.indexOf('=');
    String name = equals < 0 ? nameAndValue : nameAndValue.substring(0, equals);
    Switch known = Arrays.stream(values())
        .filter(each -> each.word().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no switch '" + name
            + "'; there are " + Arrays.stream(values()).map(Switch::word).toList()));
    try {
      return known.writer.apply(switches, nameAndValue.substring(equals + 1));
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(
          "switch " + name + " can be set to " + known.range + ", not as in '" + nameAndValue + "'",
          e);
    }
  }

  private static PointlessConnect pointless(String value) {
    return PointlessConnect.valueOf(value.toUpperCase(Locale.ROOT));
  }

  private static Duration duration(String value) {
    Duration duration = Duration.parse(value.toUpperCase(Locale.ROOT));
    if (duration.isNegative()) {
      throw new IllegalArgumentException(value);
    }
    return duration;
  }

  private static boolean flag(String value) {
    if (!value.equals("true") && !value.equals("false")) {
      throw new IllegalArgumentException(value);
    }
    return value.equals("true");
  }
}
