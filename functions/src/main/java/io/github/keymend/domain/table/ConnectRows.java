package io.github.keymend.domain.table;

import io.github.keymend.domain.store.StoreType;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * The exceptions with which {@code ConnectCustomKeyStore} refuses at once: the store stays DISCONNECTED and
 * carries no code (KMS developer guide, "How to fix a connection failure").
 */
final class ConnectRows {
  static final List<Row> ROWS = List.of(
      new Row(
          Set.of(StoreType.AWS_CLOUDHSM),
          new Cause(Cause.Kind.CONNECT_REFUSED, "CloudHsmClusterNotActiveException"),
          Remedy.WAIT_FOR_THE_CAUSE,
          0,
          Duration.ZERO,
          "The cluster is not active.",
          "cloudhsmv2 describe-clusters shows the cluster ACTIVE.",
          "Initialize and activate the cluster. The store is DISCONNECTED until then."),
      new Row(
          Set.of(StoreType.AWS_CLOUDHSM),
          new Cause(Cause.Kind.CONNECT_REFUSED, "CloudHsmClusterInvalidConfigurationException"),
          Remedy.WAIT_FOR_THE_CAUSE,
          0,
          Duration.ZERO,
          "The cluster does not meet the requirements of KMS: an active HSM, private subnets in two Availability Zones, its security group.",
          "cloudhsmv2 describe-clusters and ec2 describe-security-groups show them met.",
          "Check the cluster: at least one HSM ACTIVE, private subnets in two Availability Zones, security group with TCP 2223 to 2225 in and out to itself. The store is DISCONNECTED until then."),
      new Row(
          Set.of(StoreType.values()),
          new Cause(Cause.Kind.CONNECT_REFUSED, "CustomKeyStoreInvalidStateException"),
          Remedy.RETRY,
          2,
          Duration.ofSeconds(30),
          "The store was in another state than the last look showed.",
          "The next look.",
          "Look at the store's state in the KMS console."),
      new Row(
          Set.of(StoreType.values()),
          new Cause(Cause.Kind.CONNECT_REFUSED, "ThrottlingException"),
          Remedy.RETRY,
          2,
          Duration.ofMinutes(1),
          "KMS throttled the call: 5 requests a second for the whole account and Region.",
          "The next call.",
          "Find out who calls the KMS custom key store operations so often."));

  private ConnectRows() {}
}
