package io.github.keymend.lab.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A failure of keymend itself reaches a person, and nothing that was sent is lost without a trace. */
class LastNetTest {
  private static final DeployedTemplate TEMPLATE = DeployedTemplate.by(Deployments.repairing());
  private static final JsonNode RULE = TEMPLATE.properties("RepairEndedBadly");
  private static final Triggers TRIGGERS = Triggers.of(TEMPLATE);

  private static ObjectNode ended(String status) throws Exception {
    return (ObjectNode) new ObjectMapper().readTree("""
                {"version":"0","id":"20000000-0000-4000-8000-000000000006","source":"aws.states",
                 "detail-type":"Step Functions Execution Status Change","account":"111122223333","region":"us-east-1",
                 "time":"2026-03-01T10:00:00Z","resources":[],
                 "detail":{"executionArn":"arn:aws:states:us-east-1:111122223333:execution:keymend-repair:mend-1",
                   "stateMachineArn":"arn:aws:states:us-east-1:111122223333:stateMachine:keymend-repair",
                   "name":"mend-1","status":"%s","startDate":1772359200000,"stopDate":1772362800000}}""".formatted(status));
  }

  @ParameterizedTest
  @ValueSource(strings = {"FAILED", "TIMED_OUT", "ABORTED"})
  void a_repair_that_ends_badly_is_told_without_our_code(String status) throws Exception {
    // Given
    JsonNode event = ended(status);
    JsonNode target = RULE.path("Targets").get(0);

    // When
    List<Delivery> deliveries = TRIGGERS.deliveries(event);

    // Then
    assertThat(deliveries).hasSize(1);
    assertThat(deliveries.get(0).rule().target()).isEqualTo("Messages");
    assertThat(deliveries.get(0).rule().retries()).isEqualTo(20);
    assertThat(target.path("Arn").asText())
        .isEqualTo("arn:aws:sns:us-east-1:111122223333:keymend-Messages");
    assertThat(deliveries.get(0).input().asText())
        .startsWith("keymend in account 111122223333, us-east-1: the repair mend-1 ended " + status
            + " before")
        .endsWith(
            "--execution-arn arn:aws:states:us-east-1:111122223333:execution:keymend-repair:mend-1");
  }

  @Test
  void a_repair_that_ends_well_is_not_told() throws Exception {
    assertThat(TRIGGERS.deliveries(ended("SUCCEEDED"))).isEmpty();
    assertThat(TRIGGERS.deliveries(ended("RUNNING"))).isEmpty();
  }

  @Test
  void another_state_machine_is_not_our_business() throws Exception {
    ObjectNode event = ended("FAILED");
    event
        .withObject("/detail")
        .put("stateMachineArn", "arn:aws:states:us-east-1:111122223333:stateMachine:billing");

    assertThat(TRIGGERS.deliveries(event)).isEmpty();
  }

  @Test
  void every_asynchronous_edge_has_the_dead_letter_queue() {
    // Given
    Map<String, JsonNode> edges = new TreeMap<>();
    TEMPLATE
        .ofType("AWS::Events::Rule")
        .forEach((id, rule) -> rule.path("Targets").forEach(target -> edges.put(id, target)));
    for (String type : List.of("AWS::Serverless::Function", "AWS::Serverless::StateMachine")) {
      TEMPLATE
          .ofType(type)
          .forEach((id, it) -> it.path("Events")
              .properties()
              .forEach(event -> edges.put(event.getKey(), event.getValue().path("Properties"))));
    }

    // When
    List<String> without = new ArrayList<>();
    edges.forEach((id, edge) -> {
      if (!edge.path("DeadLetterConfig").path("Arn").asText().endsWith("keymend-DeadLetters")) {
        without.add(id);
      }
    });

    // Then
    assertThat(edges)
        .containsOnlyKeys(
            "AlarmWentOff",
            "RepairEndedBadly",
            "Schedule",
            "SomebodyFailedToDisconnect",
            "SomebodyTouchedAStore");
    assertThat(without).isEmpty();
    assertThat(TEMPLATE
            .properties("SweepFunction")
            .at("/EventInvokeConfig/DestinationConfig/OnFailure/Destination")
            .asText())
        .endsWith("keymend-DeadLetters");
  }

  @Test
  void every_alarm_of_ours_reaches_the_topic_and_starts_no_sweep() {
    String prefix =
        DeployedTemplate.asWritten().at("/Parameters/AlarmNamePrefix/Default").asText();

    assertThat(TEMPLATE.ofType("AWS::CloudWatch::Alarm"))
        .containsOnlyKeys(
            "RepairAborted",
            "RepairFailed",
            "RepairTimedOut",
            "SomethingWasNotDelivered",
            "StepsFail",
            "SweepDoesNotSucceed",
            "SweepFails",
            "NobodyListens")
        .allSatisfy((id, alarm) -> {
          assertThat(alarm.path("AlarmActions"))
              .hasSize(1)
              .allMatch(arn -> arn.asText().endsWith("keymend-Messages"));
          assertThat(alarm.has("AlarmName"))
              .as("CloudFormation names it after the stack and " + id)
              .isFalse();
          assertThat("keymend-" + id).doesNotStartWith(prefix);
        });
  }

  /** The metric that DailyLookTest sees counted, where Powertools puts it: its default dimension is the service. */
  @Test
  void that_nobody_listens_has_an_alarm_on_the_metric_that_the_sweep_counts() {
    JsonNode alarm = TEMPLATE.properties("NobodyListens");
    JsonNode variables = DeployedTemplate.asWritten().at("/Globals/Function/Environment/Variables");

    assertThat(alarm.path("MetricName").asText()).isEqualTo("NobodyListens");
    assertThat(alarm.path("Namespace")).isEqualTo(variables.path("POWERTOOLS_METRICS_NAMESPACE"));
    assertThat(alarm.at("/Dimensions/0/Name").asText()).isEqualTo("Service");
    assertThat(alarm.at("/Dimensions/0/Value"))
        .isEqualTo(variables.path("POWERTOOLS_SERVICE_NAME"));
    assertThat(alarm.path("TreatMissingData").asText()).isEqualTo("notBreaching");
  }
}
