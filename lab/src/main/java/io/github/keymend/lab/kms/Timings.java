package io.github.keymend.lab.kms;

import java.time.Duration;

/**
 * How long KMS takes for what it does asynchronously.
 *
 * @param cloudHsmConnect until a connect of a CloudHSM store has succeeded or failed. "Up to 20 minutes": KMS Developer
 *     Guide, "Connect and disconnect an AWS CloudHSM key store"; default 15 min
 * @param cloudHsmDisconnect default 2 min, an assumption: AWS does not say
 * @param xksConnect about 5 minutes: KMS Developer Guide, "Connect and disconnect external key stores"
 * @param xksDisconnect about 5 minutes: the same page
 */
public record Timings(
    Duration cloudHsmConnect,
    Duration cloudHsmDisconnect,
    Duration xksConnect,
    Duration xksDisconnect) {
  /** What AWS documents, and the assumption where it does not. */
  public static final Timings DOCUMENTED = new Timings(
      Duration.ofMinutes(15), Duration.ofMinutes(2), Duration.ofMinutes(5), Duration.ofMinutes(5));

  /** The same with another duration of a CloudHSM store's connect. */
  public Timings withCloudHsmConnect(Duration value) {
    return new Timings(value, cloudHsmDisconnect, xksConnect, xksDisconnect);
  }

  /** The same with another duration of a CloudHSM store's disconnect. */
  public Timings withCloudHsmDisconnect(Duration value) {
    return new Timings(cloudHsmConnect, value, xksConnect, xksDisconnect);
  }

  /** The same with another duration of an external store's connect. */
  public Timings withXksConnect(Duration value) {
    return new Timings(cloudHsmConnect, cloudHsmDisconnect, value, xksDisconnect);
  }

  /** The same with another duration of an external store's disconnect. */
  public Timings withXksDisconnect(Duration value) {
    return new Timings(cloudHsmConnect, cloudHsmDisconnect, xksConnect, value);
  }

  Duration connect(StoreType type) {
    return type == StoreType.AWS_CLOUDHSM ? cloudHsmConnect : xksConnect;
  }

  Duration disconnect(StoreType type) {
    return type == StoreType.AWS_CLOUDHSM ? cloudHsmDisconnect : xksDisconnect;
  }
}
