package io.github.keymend.lab.scenario;

import static io.github.keymend.lab.scenario.Steps.alsoFailed;
import static io.github.keymend.lab.scenario.Steps.command;
import static io.github.keymend.lab.scenario.Steps.failed;
import static io.github.keymend.lab.scenario.Steps.failedUntilMended;
import static io.github.keymend.lab.scenario.Steps.mends;
import static io.github.keymend.lab.scenario.Steps.pass;
import static io.github.keymend.lab.scenario.Steps.personComes;
import static io.github.keymend.lab.scenario.Steps.resetsBreaker;

import java.time.Duration;
import java.util.List;

/** What the operator excludes, and what holds keymend back until somebody resets it. */
final class OperatorScenarios {
  private static final StoreShape PUBLIC = StoreShape.EXTERNAL_PUBLIC;
  private static final StoreShape VPC = StoreShape.EXTERNAL_VPC;

  private OperatorScenarios() {}

  static List<Scenario> all() {
    return List.of(
        Scenario.of(
                "excluded store",
                "excluded store",
                VPC,
                failed("XKS_PROXY_TIMED_OUT", 1),
                pass(Duration.ofHours(1)))
            .leftAlone(),
        Scenario.of(
            "three stores fail at once",
            "three stores at once, reset",
            PUBLIC,
            failed("XKS_PROXY_TIMED_OUT", 1),
            alsoFailed("invoices", "XKS_PROXY_TIMED_OUT"),
            alsoFailed("orders", "XKS_PROXY_NOT_REACHABLE"),
            personComes(),
            resetsBreaker()),
        Scenario.of(
            "daily cap and reset",
            "daily cap, reset",
            VPC,
            failedUntilMended("XKS_PROXY_TIMED_OUT"),
            personComes(),
            command("resume"),
            personComes(),
            command("resume"),
            personComes(),
            command("resume"),
            personComes(),
            mends("relieves the proxy"),
            command("reset"),
            personComes(),
            command("resume")));
  }
}
