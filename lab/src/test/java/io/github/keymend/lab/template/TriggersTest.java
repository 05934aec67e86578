package io.github.keymend.lab.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** All that the template says of what starts something is in the lab; what the lab would not understand stops it. */
class TriggersTest {
  private static final DeployedTemplate TEMPLATE = DeployedTemplate.by(Deployments.repairing());

  @Test
  void every_rule_of_the_template_is_there_with_its_target() {
    Map<String, String> targets = new TreeMap<>();
    EventRules.of(TEMPLATE).forEach(rule -> targets.put(rule.name(), rule.target()));

    assertThat(targets)
        .isEqualTo(Map.of(
            "SomebodyTouchedAStore", "RepairStateMachine",
            "SomebodyFailedToDisconnect", "RepairStateMachine",
            "AlarmWentOff", "SweepFunction",
            "RepairEndedBadly", "Messages"));
  }

  @Test
  void a_property_of_a_rule_that_the_lab_does_not_play_is_an_error() {
    // Given
    JsonNode resources = TEMPLATE.resources().deepCopy();
    ObjectNode alarm =
        (ObjectNode) resources.at("/SweepFunction/Properties/Events/AlarmWentOff/Properties");

    // When
    alarm.put("InputPath", "$.detail");

    // Then
    assertThatThrownBy(() -> Triggers.of(new DeployedTemplate(resources)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("InputPath")
        .hasMessageContaining("AlarmWentOff");
  }

  @Test
  void the_lab_takes_another_rate_and_another_prefix_from_the_parameters() {
    Triggers other = Triggers.of(DeployedTemplate.by(Deployments.repairing()
        .with("SweepRate", "rate(1 minute)")
        .with("AlarmNamePrefix", "xx-")));

    assertThat(other.schedule().rate()).hasMinutes(1);
    assertThat(other.rule("AlarmWentOff").pattern().toString())
        .contains("\"prefix\":\"xx-\"")
        .doesNotContain("keymend-xks-");
  }
}
