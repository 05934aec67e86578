package io.github.keymend.domain.table;

import io.github.keymend.domain.store.StoreType;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * The eleven error codes of external key stores (KMS developer guide, "Troubleshooting external key
 * stores"; KMS API reference, {@code ConnectionErrorCode}). Attempts and pauses are keymend's own choice.
 */
final class XksRows {
  private static final Set<StoreType> TYPE = Set.of(StoreType.EXTERNAL_KEY_STORE);
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
          "KMS could not reach the proxy over the network, usually for a short time.",
          "The proxy answers on TCP 443.",
          "Check the network path to the proxy on TCP 443 and the proxy's health."),
      new Row(
          TYPE,
          new Cause(Cause.Kind.CODE, "INVALID_CREDENTIALS"),
          Remedy.CORRECT,
          2,
          Duration.ZERO,
          "The proxy rejects the credential that KMS holds, or something between changes signed headers.",
          "KMS accepts an UpdateCustomKeyStore with the new credential: it asks the proxy first.",
          "Put the proxy's current credential into the secret that is named for this store if one is, or update XksProxyAuthenticationCredential yourself and connect. If the credential is right, look for a reverse proxy that rewrites headers, and for a clock more than 5 minutes off."),
      new Row(
          TYPE,
          new Cause(Cause.Kind.CODE, "XKS_PROXY_ACCESS_DENIED"),
          Remedy.WAIT_FOR_THE_CAUSE,
          0,
          Duration.ZERO,
          "The proxy refuses KMS, often by a firewall, an allow-list or a mutual TLS rule.",
          "A signed health request to the proxy is answered with 200.",
          "Let KMS through at the proxy: its authorization rules, allow-lists, and for mutual TLS the client name cks.kms.<Region>.amazonaws.com. The refusal may be deliberate: ask the key manager's owner."),
      new Row(
          TYPE,
          new Cause(Cause.Kind.CODE, "XKS_PROXY_INVALID_CONFIGURATION"),
          Remedy.ASK_A_PERSON,
          0,
          Duration.ZERO,
          "The proxy says that the request does not fit it, most often because of XksProxyUriPath.",
          "A health request to the right path is answered with 200.",
          "Check XksProxyUriPath against the proxy, update it to the path that leads to the same keys, and connect."),
      new Row(
          TYPE,
          new Cause(Cause.Kind.CODE, "XKS_PROXY_INVALID_RESPONSE"),
          Remedy.RETRY,
          2,
          Duration.ofMinutes(2),
          "KMS could not understand the proxy's answer.",
          "The body of a health answer is valid.",
          "Have the proxy's logs read; a load balancer's error page is a frequent cause. Report it to the proxy's vendor."),
      new Row(
          TYPE,
          new Cause(Cause.Kind.CODE, "XKS_PROXY_INVALID_TLS_CONFIGURATION"),
          Remedy.WAIT_FOR_THE_CAUSE,
          0,
          Duration.ZERO,
          "The TLS handshake with the proxy fails.",
          "A TLS probe of the proxy passes: TLS 1.2 or 1.3, not expired, right name, trusted issuer.",
          "Renew or replace the proxy's certificate: not expired, issued by an authority on the XKS list, its name equal to the host of XksProxyUriEndpoint."),
      new Row(
          TYPE,
          new Cause(Cause.Kind.CODE, "XKS_PROXY_NOT_REACHABLE"),
          Remedy.RETRY,
          1,
          Duration.ofMinutes(5),
          "KMS cannot reach the proxy, or the proxy says that every key manager is unavailable.",
          "A health request is answered with 200 and at least one key manager is not UNAVAILABLE.",
          "Check that the proxy runs, that TCP 443 is open, that XksProxyUriEndpoint, XksProxyUriPath and the endpoint service are right, and that the key managers are healthy."),
      new Row(
          TYPE,
          new Cause(Cause.Kind.CODE, "XKS_PROXY_TIMED_OUT"),
          Remedy.RETRY,
          3,
          Duration.ofMinutes(1),
          "The proxy did not answer within 250 ms.",
          "Several health requests are answered within 250 ms.",
          "Have the proxy's load and its way to the key manager looked at (round trip 35 ms or less)."),
      new Row(
          TYPE,
          new Cause(Cause.Kind.CODE, "XKS_VPC_ENDPOINT_SERVICE_INVALID_CONFIGURATION"),
          Remedy.WAIT_FOR_THE_CAUSE,
          0,
          Duration.ZERO,
          "The VPC endpoint service does not meet a requirement of KMS.",
          "ec2 describe-vpc-endpoint-service-configurations shows all of them met.",
          "Check the endpoint service: interface type behind a Network Load Balancer in two Availability Zones, acceptance not required, private DNS name verified and equal to the host of XksProxyUriEndpoint, principal cks.kms.<Region>.amazonaws.com allowed; it may belong to another account."),
      new Row(
          TYPE,
          new Cause(Cause.Kind.CODE, "XKS_VPC_ENDPOINT_SERVICE_NOT_FOUND"),
          Remedy.WAIT_FOR_THE_CAUSE,
          0,
          Duration.ZERO,
          "KMS cannot find the VPC endpoint service, or is not allowed to use it.",
          "ec2 describe-vpc-endpoint-services finds it and its permissions name the principal of KMS.",
          "Check XksProxyVpcEndpointServiceName, that the service is in the store's Region, that it allows the principal cks.kms.<Region>.amazonaws.com, and its owner account."));

  private XksRows() {}
}
