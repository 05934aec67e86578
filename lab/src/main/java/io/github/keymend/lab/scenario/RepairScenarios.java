package io.github.keymend.lab.scenario;

import static io.github.keymend.lab.scenario.Steps.command;
import static io.github.keymend.lab.scenario.Steps.connected;
import static io.github.keymend.lab.scenario.Steps.connects;
import static io.github.keymend.lab.scenario.Steps.disconnects;
import static io.github.keymend.lab.scenario.Steps.failed;
import static io.github.keymend.lab.scenario.Steps.failedByCredential;
import static io.github.keymend.lab.scenario.Steps.failedByPassword;
import static io.github.keymend.lab.scenario.Steps.failedUntilMended;
import static io.github.keymend.lab.scenario.Steps.mends;
import static io.github.keymend.lab.scenario.Steps.pass;
import static io.github.keymend.lab.scenario.Steps.personComes;
import static io.github.keymend.lab.scenario.Steps.putsCredential;
import static io.github.keymend.lab.scenario.Steps.putsPassword;
import static io.github.keymend.lab.scenario.Steps.putsWrongCredential;
import static io.github.keymend.lab.scenario.Steps.putsWrongPassword;
import static io.github.keymend.lab.scenario.Steps.updatesCredential;
import static io.github.keymend.lab.scenario.Steps.updatesPassword;
import static io.github.keymend.lab.scenario.Steps.willFail;

import java.time.Duration;
import java.util.List;

/** Failures in a row, corrections, budgets, modes and people. */
final class RepairScenarios {
  private static final StoreShape HSM = StoreShape.CLOUDHSM;
  private static final StoreShape PUBLIC = StoreShape.EXTERNAL_PUBLIC;
  private static final StoreShape VPC = StoreShape.EXTERNAL_VPC;

  private RepairScenarios() {}

  static List<Scenario> all() {
    return List.of(
        Scenario.of(
            "connect by a person fails",
            "a person's connect fails",
            PUBLIC,
            willFail("XKS_PROXY_TIMED_OUT", 1),
            connects()),
        Scenario.of(
            "another failure after an attempt",
            "NETWORK_ERRORS, then INTERNAL_ERROR",
            HSM,
            failed("NETWORK_ERRORS", 1),
            willFail("INTERNAL_ERROR", 1)),
        Scenario.of(
            "second failure after a repair",
            "second incident",
            VPC,
            failed("XKS_PROXY_TIMED_OUT", 1),
            personComes(),
            disconnects(),
            willFail("NETWORK_ERRORS", 1),
            connects()),
        Scenario.of(
            "budget spent",
            "budget spent",
            VPC,
            failedUntilMended("XKS_PROXY_TIMED_OUT"),
            personComes(),
            mends("relieves the proxy"),
            command("resume")),
        Scenario.of(
                "correct the kmsuser password",
                "password from the secret",
                HSM,
                failedByPassword(),
                personComes(),
                putsPassword())
            .withSecret(),
        Scenario.of(
                "correct the proxy credential",
                "credential from the secret",
                VPC,
                failedByCredential(),
                putsCredential())
            .withSecret(),
        Scenario.of(
                "correction refused by KMS",
                "correction refused by KMS",
                PUBLIC,
                failedByCredential(),
                putsWrongCredential(),
                personComes(),
                putsCredential())
            .withSecret(),
        Scenario.of(
                "two rejected passwords",
                "two rejected passwords",
                HSM,
                failedByPassword(),
                personComes(),
                putsWrongPassword(),
                personComes(),
                disconnects(),
                updatesPassword(),
                connects())
            .withSecret(),
        Scenario.of("observe mode", "observe mode", VPC, failed("XKS_PROXY_TIMED_OUT", 1))
            .in("observe"),
        Scenario.of(
            "stop and resume",
            "stop, then resume",
            HSM,
            failed("NETWORK_ERRORS", 1),
            pass(Duration.ofMinutes(7)),
            command("stop"),
            personComes(),
            command("resume")),
        Scenario.of(
            "own fix met with resume",
            "a person's own fix, resume",
            PUBLIC,
            failedByCredential(),
            personComes(),
            disconnects(),
            updatesCredential(),
            personComes(),
            command("resume")),
        Scenario.of(
            "foreign disconnect during an incident",
            "foreign disconnect, connect",
            HSM,
            failed("NETWORK_ERRORS", 1),
            pass(Duration.ofMinutes(7)),
            disconnects(),
            personComes(),
            command("connect")),
        Scenario.of(
            "connect commanded for nothing",
            "connect commanded when CONNECTED",
            PUBLIC,
            connected(),
            command("connect")));
  }
}
