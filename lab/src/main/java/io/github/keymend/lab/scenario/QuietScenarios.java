package io.github.keymend.lab.scenario;

import static io.github.keymend.lab.scenario.Steps.command;
import static io.github.keymend.lab.scenario.Steps.connected;
import static io.github.keymend.lab.scenario.Steps.connects;
import static io.github.keymend.lab.scenario.Steps.disconnects;
import static io.github.keymend.lab.scenario.Steps.failed;
import static io.github.keymend.lab.scenario.Steps.pass;
import static io.github.keymend.lab.scenario.Steps.personComes;
import static io.github.keymend.lab.scenario.Steps.willHang;
import static io.github.keymend.lab.scenario.Steps.willRefuse;
import static io.github.keymend.lab.scenario.Steps.willTake;

import java.time.Duration;
import java.util.List;

/** Connects and disconnects in which nothing is FAILED, and how long KMS may take. */
final class QuietScenarios {
  private static final StoreShape HSM = StoreShape.CLOUDHSM;

  private QuietScenarios() {}

  static List<Scenario> all() {
    return List.of(
        Scenario.of("healthy", "healthy", HSM, connected(), pass(Duration.ofHours(1))),
        Scenario.of("first connect cloudhsm", "first connect", HSM, command("connect")),
        Scenario.of(
            "first connect external public",
            "first connect",
            StoreShape.EXTERNAL_PUBLIC,
            command("connect")),
        Scenario.of(
            "first connect external vpc",
            "first connect",
            StoreShape.EXTERNAL_VPC,
            command("connect")),
        Scenario.of(
            "first connect external vpc of another account",
            "first connect",
            StoreShape.externalVpc(StoreShape.OTHER_ACCOUNT),
            command("connect")),
        Scenario.of(
            "deliberate disconnect", "deliberate disconnect", HSM, connected(), disconnects()),
        Scenario.of("connect by a person", "connect by a person", HSM, connects()),
        Scenario.of(
            "slow connect",
            "slow connect, 20 min",
            HSM,
            failed("INTERNAL_ERROR", 1),
            willTake(Duration.ofMinutes(20))),
        Scenario.of(
            "stuck connect",
            "stuck connect",
            HSM,
            willHang(),
            command("connect"),
            personComes(),
            disconnects(),
            connects()),
        refused("CloudHsmClusterNotActiveException"),
        refused("CloudHsmClusterInvalidConfigurationException"),
        Scenario.of(
            "connect refused after our disconnect",
            "connect refused after a disconnect",
            HSM,
            failed("INTERNAL_ERROR", 1),
            willRefuse("CloudHsmClusterNotActiveException"),
            personComes(),
            Steps.mends("activates the cluster"),
            command("resume")));
  }

  private static Scenario refused(String exception) {
    return Scenario.of(
        "refused " + exception,
        exception,
        HSM,
        willRefuse(exception),
        command("connect"),
        personComes(),
        Steps.mends("mends the cluster"),
        command("connect"));
  }
}
