package io.github.keymend.lab.scenario;

import static io.github.keymend.lab.scenario.Steps.changesPassword;
import static io.github.keymend.lab.scenario.Steps.command;
import static io.github.keymend.lab.scenario.Steps.connects;
import static io.github.keymend.lab.scenario.Steps.createsUser;
import static io.github.keymend.lab.scenario.Steps.disconnects;
import static io.github.keymend.lab.scenario.Steps.failed;
import static io.github.keymend.lab.scenario.Steps.failedByLogIn;
import static io.github.keymend.lab.scenario.Steps.failedByMissingUser;
import static io.github.keymend.lab.scenario.Steps.failedByPassword;
import static io.github.keymend.lab.scenario.Steps.failedUntilMended;
import static io.github.keymend.lab.scenario.Steps.logsOut;
import static io.github.keymend.lab.scenario.Steps.mends;
import static io.github.keymend.lab.scenario.Steps.personComes;
import static io.github.keymend.lab.scenario.Steps.putsPassword;
import static io.github.keymend.lab.scenario.Steps.updatesCluster;
import static io.github.keymend.lab.scenario.Steps.updatesPassword;

import java.util.List;

/** The ten codes of CloudHSM stores. Where keymend asks a person, the person does what the message says. */
final class CloudHsmPairs {
  private CloudHsmPairs() {}

  static List<Scenario> all() {
    return List.of(
        pair("INTERNAL_ERROR", failed("INTERNAL_ERROR", 1)),
        pair("NETWORK_ERRORS", failed("NETWORK_ERRORS", 1)),
        pair(
            "INVALID_CREDENTIALS",
            failedByPassword(),
            personComes(),
            disconnects(),
            updatesPassword(),
            connects()),
        pair(
            "CLUSTER_NOT_FOUND",
            failedUntilMended("CLUSTER_NOT_FOUND"),
            personComes(),
            disconnects(),
            updatesCluster(),
            connects()),
        pair(
            "INSUFFICIENT_CLOUDHSM_HSMS",
            failedUntilMended("INSUFFICIENT_CLOUDHSM_HSMS"),
            personComes(),
            mends("adds an HSM"),
            command("resume")),
        pair(
            "INSUFFICIENT_FREE_ADDRESSES_IN_SUBNET",
            failedUntilMended("INSUFFICIENT_FREE_ADDRESSES_IN_SUBNET"),
            personComes(),
            mends("frees addresses"),
            command("resume")),
        pair(
            "SUBNET_NOT_FOUND",
            failedUntilMended("SUBNET_NOT_FOUND"),
            personComes(),
            disconnects(),
            updatesCluster(),
            command("resume")),
        pair(
                "USER_LOCKED_OUT",
                failed("USER_LOCKED_OUT", 1),
                personComes(),
                changesPassword(),
                putsPassword())
            .withSecret(),
        pair("USER_LOGGED_IN", failedByLogIn(), personComes(), logsOut(), command("resume")),
        pair(
            "USER_NOT_FOUND",
            failedByMissingUser(),
            personComes(),
            createsUser(),
            disconnects(),
            updatesPassword(),
            connects()));
  }

  private static Scenario pair(String code, Step... script) {
    return Scenario.of("cloudhsm " + code, code, StoreShape.CLOUDHSM, script);
  }
}
