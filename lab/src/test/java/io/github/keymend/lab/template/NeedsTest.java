package io.github.keymend.lab.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keymend.lab.doctor.Need;
import io.github.keymend.lab.doctor.Needs;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** doctor asks whether each role may do exactly what the template gives it; PermissionsTest holds the template. */
class NeedsTest {
  static Stream<String> owners() {
    DeployedTemplate template = DeployedTemplate.by(Deployments.repairing());
    return Stream.concat(
        template.ofType("AWS::Serverless::Function").keySet().stream(),
        template.ofType("AWS::Serverless::StateMachine").keySet().stream());
  }

  private static Set<String> granted(String owner, Deployment deployment) {
    return Role.of(DeployedTemplate.by(deployment), owner).allowed().stream()
        // Step Functions itself delivers the log; what doctor cannot ask without a log delivery.
        .filter(pair -> !pair.startsWith("logs:"))
        .map(pair -> pair.replaceFirst("^(\\S+) on (.*)$", "$1 on ") + kind(pair))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String kind(String pair) {
    String resource = pair.substring(pair.indexOf(" on ") + 4);
    if (resource.equals("*")) {
      return "EVERYTHING";
    }
    if (resource.endsWith(":keymend-Incidents")) {
      return "TABLE";
    }
    if (resource.endsWith(":keymend-Messages")) {
      return "TOPIC";
    }
    if (resource.endsWith(":stateMachine:keymend-repair")) {
      return "WORKFLOW";
    }
    if (resource.endsWith(":execution:keymend-repair:*")) {
      return "EXECUTIONS";
    }
    if (resource.equals(Deployments.SECRET)) {
      return "SECRETS";
    }
    return resource.endsWith(":key/*") ? "KEYS" : "FUNCTIONS";
  }

  private static Set<String> needed(String owner, boolean acting, boolean named) {
    return Needs.all().getOrDefault(owner, List.of()).stream()
        .filter(need -> need.when().holds(acting, named))
        .map(need -> need.action() + " on " + need.on())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest
  @MethodSource("owners")
  void what_doctor_asks_for_is_what_the_template_gives_in_every_deployment(String owner) {
    Deployment named = Deployments.repairing();
    Deployment unnamed = named.with("CorrectionStores", "").with("CorrectionSecretArns", "");

    assertThat(needed(owner, true, true)).isEqualTo(granted(owner, named));
    assertThat(needed(owner, true, false)).isEqualTo(granted(owner, unnamed));
    assertThat(needed(owner, false, true)).isEqualTo(granted(owner, Deployments.observing()));
    assertThat(needed(owner, false, false))
        .isEqualTo(granted(owner, unnamed.with("Mode", "observe")));
  }

  @Test
  void doctor_asks_for_every_role() {
    assertThat(Needs.all()).containsOnlyKeys(owners().toList());
    assertThat(Needs.all().values())
        .allSatisfy(needs -> assertThat(needs).extracting(Need::action).isNotEmpty());
  }
}
