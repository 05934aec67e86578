package io.github.keymend.domain.table;

import io.github.keymend.domain.store.StoreType;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * The exceptions of {@code UpdateCustomKeyStore} (KMS API reference). For an external key store KMS tests the
 * new values at the proxy before it takes them, so a refusal is a diagnosis.
 */
final class UpdateRows {
  static final List<Row> ROWS = List.of(
      new Row(
          Set.of(StoreType.EXTERNAL_KEY_STORE),
          new Cause(
              Cause.Kind.UPDATE_REFUSED, "XksProxyIncorrectAuthenticationCredentialException"),
          Remedy.CORRECT,
          2,
          Duration.ZERO,
          "The proxy rejects the credential that is in the named secret.",
          "KMS accepts the next update.",
          "Put the proxy's current credential into the named secret; keymend tries a new version once."),
      new Row(
          Set.of(StoreType.EXTERNAL_KEY_STORE),
          new Cause(Cause.Kind.UPDATE_REFUSED, "XksProxyUriUnreachableException"),
          Remedy.RETRY,
          2,
          Duration.ofMinutes(2),
          "KMS could not reach the proxy to test the credential.",
          "KMS accepts the next update.",
          "Check that the proxy runs and is reachable on TCP 443."),
      new Row(
          Set.of(StoreType.EXTERNAL_KEY_STORE),
          new Cause(Cause.Kind.UPDATE_REFUSED, "XksProxyInvalidResponseException"),
          Remedy.RETRY,
          2,
          Duration.ofMinutes(2),
          "KMS could not understand the proxy's answer to the test of the credential.",
          "KMS accepts the next update.",
          "Have the proxy's logs read and report it to the vendor."),
      new Row(
          Set.of(StoreType.EXTERNAL_KEY_STORE),
          new Cause(Cause.Kind.UPDATE_REFUSED, "XksProxyInvalidConfigurationException"),
          Remedy.ASK_A_PERSON,
          0,
          Duration.ZERO,
          "The proxy does not fit the store's configuration, most often XksProxyUriPath.",
          "KMS accepts the next update.",
          "Check XksProxyUriPath and the proxy's own configuration, update the store, connect."),
      new Row(
          Set.of(StoreType.EXTERNAL_KEY_STORE),
          new Cause(Cause.Kind.UPDATE_REFUSED, "XksProxyVpcEndpointServiceNotFoundException"),
          Remedy.ASK_A_PERSON,
          0,
          Duration.ZERO,
          "KMS cannot find the VPC endpoint service, or is not allowed to use it.",
          "KMS accepts the next update.",
          "Check the endpoint service's name, Region, owner account and allowed principals."),
      new Row(
          Set.of(StoreType.EXTERNAL_KEY_STORE),
          new Cause(
              Cause.Kind.UPDATE_REFUSED, "XksProxyVpcEndpointServiceInvalidConfigurationException"),
          Remedy.ASK_A_PERSON,
          0,
          Duration.ZERO,
          "The VPC endpoint service does not meet a requirement of KMS.",
          "KMS accepts the next update.",
          "Check the endpoint service against the requirements for external key stores."),
      new Row(
          Set.of(StoreType.EXTERNAL_KEY_STORE),
          new Cause(Cause.Kind.UPDATE_REFUSED, "XksProxyVpcEndpointServiceInUseException"),
          Remedy.ASK_A_PERSON,
          0,
          Duration.ZERO,
          "The VPC endpoint service already serves another store.",
          "KMS accepts the next update.",
          "Give each store an endpoint service of its own."),
      new Row(
          Set.of(StoreType.EXTERNAL_KEY_STORE),
          new Cause(Cause.Kind.UPDATE_REFUSED, "XksProxyUriInUseException"),
          Remedy.ASK_A_PERSON,
          0,
          Duration.ZERO,
          "Another store uses the same proxy address.",
          "KMS accepts the next update.",
          "Give each store a proxy path of its own."),
      new Row(
          Set.of(StoreType.EXTERNAL_KEY_STORE),
          new Cause(Cause.Kind.UPDATE_REFUSED, "XksProxyUriEndpointInUseException"),
          Remedy.ASK_A_PERSON,
          0,
          Duration.ZERO,
          "The proxy's endpoint is in use in another way.",
          "KMS accepts the next update.",
          "Use another endpoint for one of the stores."),
      new Row(
          Set.of(StoreType.AWS_CLOUDHSM),
          new Cause(Cause.Kind.UPDATE_REFUSED, "CloudHsmClusterNotFoundException"),
          Remedy.ASK_A_PERSON,
          0,
          Duration.ZERO,
          "There is no cluster with the id that the store names.",
          "KMS accepts the next update.",
          "Check the store's CloudHsmClusterId."),
      new Row(
          Set.of(StoreType.AWS_CLOUDHSM),
          new Cause(Cause.Kind.UPDATE_REFUSED, "CloudHsmClusterNotRelatedException"),
          Remedy.ASK_A_PERSON,
          0,
          Duration.ZERO,
          "The cluster does not share its backup history with the store's.",
          "KMS accepts the next update.",
          "Name a cluster that was made from a backup of the original one."),
      new Row(
          Set.of(StoreType.AWS_CLOUDHSM),
          new Cause(Cause.Kind.UPDATE_REFUSED, "CloudHsmClusterNotActiveException"),
          Remedy.ASK_A_PERSON,
          0,
          Duration.ZERO,
          "The cluster is not active.",
          "KMS accepts the next update.",
          "Initialize and activate the cluster."),
      new Row(
          Set.of(StoreType.AWS_CLOUDHSM),
          new Cause(Cause.Kind.UPDATE_REFUSED, "CloudHsmClusterInvalidConfigurationException"),
          Remedy.ASK_A_PERSON,
          0,
          Duration.ZERO,
          "The cluster does not meet the requirements of KMS for an update: two active HSMs in different Availability Zones.",
          "KMS accepts the next update.",
          "Add HSMs, check subnets and security group."),
      new Row(
          Set.of(StoreType.values()),
          new Cause(Cause.Kind.UPDATE_REFUSED, "CustomKeyStoreInvalidStateException"),
          Remedy.RETRY,
          2,
          Duration.ofSeconds(30),
          "The store was in another state than the last look showed.",
          "KMS accepts the next update.",
          "Look at the store's state in the KMS console."),
      new Row(
          Set.of(StoreType.values()),
          new Cause(Cause.Kind.UPDATE_REFUSED, "ThrottlingException"),
          Remedy.RETRY,
          2,
          Duration.ofMinutes(1),
          "KMS throttled the call: 5 requests a second for the whole account and Region.",
          "KMS accepts the next update.",
          "Find out who calls the KMS custom key store operations so often."),
      new Row(
          Set.of(StoreType.values()),
          new Cause(Cause.Kind.UPDATE_REFUSED, "CustomKeyStoreNameInUseException"),
          Remedy.ASK_A_PERSON,
          0,
          Duration.ZERO,
          "The store's name is in use: keymend changes no names, so somebody else did.",
          "KMS accepts the next update.",
          "Look at the store in the KMS console."),
      new Row(
          Set.of(StoreType.values()),
          new Cause(Cause.Kind.UPDATE_REFUSED, "UnusableSecretException"),
          Remedy.CORRECT,
          2,
          Duration.ZERO,
          "The named secret does not hold a value that KMS takes.",
          "KMS accepts the next update.",
          "Put a value of the documented form into the named secret; keymend tries a new version once."));

  private UpdateRows() {}
}
