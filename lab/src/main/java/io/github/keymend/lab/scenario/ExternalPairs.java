package io.github.keymend.lab.scenario;

import static io.github.keymend.lab.scenario.Steps.command;
import static io.github.keymend.lab.scenario.Steps.connects;
import static io.github.keymend.lab.scenario.Steps.disconnects;
import static io.github.keymend.lab.scenario.Steps.failed;
import static io.github.keymend.lab.scenario.Steps.failedByCredential;
import static io.github.keymend.lab.scenario.Steps.failedUntilMended;
import static io.github.keymend.lab.scenario.Steps.mends;
import static io.github.keymend.lab.scenario.Steps.personComes;
import static io.github.keymend.lab.scenario.Steps.updatesCredential;
import static io.github.keymend.lab.scenario.Steps.updatesPath;

import java.util.List;

/** The eleven codes of external stores. Where keymend asks a person, the person does what the message says. */
final class ExternalPairs {
  private ExternalPairs() {}

  static List<Scenario> all() {
    return List.of(
        pair("INTERNAL_ERROR", StoreShape.EXTERNAL_PUBLIC, failed("INTERNAL_ERROR", 1)),
        pair("NETWORK_ERRORS", StoreShape.EXTERNAL_VPC, failed("NETWORK_ERRORS", 1)),
        pair(
            "INVALID_CREDENTIALS",
            StoreShape.EXTERNAL_PUBLIC,
            failedByCredential(),
            personComes(),
            disconnects(),
            updatesCredential(),
            connects()),
        mended("XKS_PROXY_ACCESS_DENIED", StoreShape.EXTERNAL_PUBLIC, "lets KMS through"),
        pair(
            "XKS_PROXY_INVALID_CONFIGURATION",
            StoreShape.EXTERNAL_PUBLIC,
            failedUntilMended("XKS_PROXY_INVALID_CONFIGURATION"),
            personComes(),
            disconnects(),
            updatesPath(),
            connects()),
        pair(
            "XKS_PROXY_INVALID_RESPONSE",
            StoreShape.EXTERNAL_PUBLIC,
            failed("XKS_PROXY_INVALID_RESPONSE", 1)),
        mended(
            "XKS_PROXY_INVALID_TLS_CONFIGURATION",
            StoreShape.EXTERNAL_PUBLIC,
            "renews the certificate"),
        pair(
            "XKS_PROXY_NOT_REACHABLE",
            StoreShape.EXTERNAL_VPC,
            failed("XKS_PROXY_NOT_REACHABLE", 1)),
        pair("XKS_PROXY_TIMED_OUT", StoreShape.EXTERNAL_VPC, failed("XKS_PROXY_TIMED_OUT", 1)),
        mended(
            "XKS_VPC_ENDPOINT_SERVICE_INVALID_CONFIGURATION",
            StoreShape.EXTERNAL_VPC,
            "corrects the endpoint service"),
        mended(
            "XKS_VPC_ENDPOINT_SERVICE_NOT_FOUND",
            StoreShape.externalVpc(StoreShape.OTHER_ACCOUNT),
            "has the owner allow KMS"));
  }

  private static Scenario mended(String code, StoreShape shape, String what) {
    return pair(
        code, shape, failedUntilMended(code), personComes(), mends(what), command("resume"));
  }

  private static Scenario pair(String code, StoreShape shape, Step... script) {
    return Scenario.of("external " + code, code, shape, script);
  }
}
