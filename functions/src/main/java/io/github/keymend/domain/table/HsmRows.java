package io.github.keymend.domain.table;

import io.github.keymend.domain.store.StoreType;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * The ten error codes of AWS CloudHSM key stores (KMS developer guide, "Troubleshooting a CloudHSM key
 * store"; KMS API reference, {@code ConnectionErrorCode}). Attempts and pauses are keymend's own choice.
 */
final class HsmRows {
  private static final Set<StoreType> TYPE = Set.of(StoreType.AWS_CLOUDHSM);
  static final List<Row> ROWS = List.of(
      new Row(
          TYPE,
          new Cause(Cause.Kind.CODE, "INTERNAL_ERROR"),
          Remedy.RETRY,
          3,
          Duration.ofMinutes(1),
          "KMS failed inside.",
          "None: only the next connect shows it.",
          "If it keeps failing, open a case with AWS Support and give the store id and the times of the attempts."),
      new Row(
          TYPE,
          new Cause(Cause.Kind.CODE, "NETWORK_ERRORS"),
          Remedy.RETRY,
          3,
          Duration.ofMinutes(3),
          "KMS could not reach the cluster over the network, usually for a short time.",
          "The cluster's security group allows TCP 2223 to 2225 to itself, and an HSM is ACTIVE.",
          "Check the cluster's security group (TCP 2223 to 2225, in and out, to itself), the network ACLs of its subnets, and that an HSM is ACTIVE."),
      new Row(
          TYPE,
          new Cause(Cause.Kind.CODE, "INVALID_CREDENTIALS"),
          Remedy.CORRECT,
          2,
          Duration.ZERO,
          "The kmsuser password that KMS holds is not the one in the cluster.",
          "Only the next connect shows it; five wrong log-ins lock kmsuser.",
          "Set a new kmsuser password in the cluster (CloudHSM CLI: user change-password --username kmsuser --role crypto-user), put the same password into the secret that is named for this store if one is, or disconnect, update KeyStorePassword and connect yourself."),
      new Row(
          TYPE,
          new Cause(Cause.Kind.CODE, "CLUSTER_NOT_FOUND"),
          Remedy.ASK_A_PERSON,
          0,
          Duration.ZERO,
          "There is no CloudHSM cluster with the id that the store names.",
          "cloudhsmv2 describe-clusters shows the cluster ACTIVE.",
          "If the cluster was deleted, create one from its most recent backup with two active HSMs in different Availability Zones; disconnect the store, update CloudHsmClusterId, connect. An older backup may hold an older kmsuser password, and keys made since are lost."),
      new Row(
          TYPE,
          new Cause(Cause.Kind.CODE, "INSUFFICIENT_CLOUDHSM_HSMS"),
          Remedy.WAIT_FOR_THE_CAUSE,
          0,
          Duration.ZERO,
          "The cluster has no active HSM.",
          "cloudhsmv2 describe-clusters shows at least one HSM ACTIVE.",
          "Add at least one HSM to the cluster, better two in different Availability Zones, and wait until one is ACTIVE."),
      new Row(
          TYPE,
          new Cause(Cause.Kind.CODE, "INSUFFICIENT_FREE_ADDRESSES_IN_SUBNET"),
          Remedy.WAIT_FOR_THE_CAUSE,
          0,
          Duration.ZERO,
          "A private subnet of the cluster has no free IP address; KMS needs one in each.",
          "ec2 describe-subnets shows AvailableIpAddressCount of 1 or more for every subnet of the cluster.",
          "Free addresses in the cluster's private subnets, at least one in each, better two. Do not delete network interfaces that belong to KMS or to an HSM."),
      new Row(
          TYPE,
          new Cause(Cause.Kind.CODE, "SUBNET_NOT_FOUND"),
          Remedy.ASK_A_PERSON,
          0,
          Duration.ZERO,
          "A subnet of the cluster was deleted, and a cluster cannot get it back.",
          "ec2 describe-subnets finds every subnet of the cluster.",
          "Create a cluster from the most recent backup in subnets that exist, with two active HSMs in different Availability Zones; disconnect the store, update CloudHsmClusterId, connect."),
      new Row(
          TYPE,
          new Cause(Cause.Kind.CODE, "USER_LOCKED_OUT"),
          Remedy.ASK_A_PERSON,
          0,
          Duration.ZERO,
          "kmsuser is locked after too many wrong passwords.",
          "Inside the HSM only: CloudHSM CLI user list shows kmsuser not locked.",
          "Have an HSM admin change the kmsuser password, which unlocks it, and put the same password into the secret that is named for this store if one is, or disconnect, update KeyStorePassword and connect yourself."),
      new Row(
          TYPE,
          new Cause(Cause.Kind.CODE, "USER_LOGGED_IN"),
          Remedy.ASK_A_PERSON,
          0,
          Duration.ZERO,
          "Somebody is logged in to the cluster as kmsuser, so KMS cannot rotate the password.",
          "Inside the HSM only.",
          "Log kmsuser out of every session. If its password was changed for that log-in, update KeyStorePassword as well."),
      new Row(
          TYPE,
          new Cause(Cause.Kind.CODE, "USER_NOT_FOUND"),
          Remedy.ASK_A_PERSON,
          0,
          Duration.ZERO,
          "The cluster has no crypto user kmsuser, or not on every HSM.",
          "Inside the HSM only: CloudHSM CLI user list shows kmsuser with full cluster coverage.",
          "Look first whether kmsuser is missing on some HSMs only. If keys existed, restore the user from a backup: a new kmsuser does not own the old keys. Otherwise create the crypto user kmsuser, disconnect the store, update KeyStorePassword, connect."));

  private HsmRows() {}
}
