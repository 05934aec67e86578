package io.github.keymend.lab.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The second of the two ways by which a failure of keymend is told: alarms on metrics that AWS publishes by itself. */
class AlarmsTest {
  private static final DeployedTemplate TEMPLATE = DeployedTemplate.by(Deployments.repairing());

  /** What {@code Ref} gives for a function in these tests. */
  private static String name(String function) {
    return "keymend-" + function;
  }

  private static JsonNode alarm(String id) {
    return TEMPLATE.properties(id);
  }

  private static List<JsonNode> watched(JsonNode alarm) {
    List<JsonNode> metrics = new ArrayList<>();
    alarm.path("Metrics").forEach(each -> {
      if (each.has("MetricStat")) {
        metrics.add(each);
      }
    });
    return metrics;
  }

  @ParameterizedTest
  @CsvSource({
    "RepairFailed, ExecutionsFailed",
    "RepairTimedOut, ExecutionsTimedOut",
    "RepairAborted, ExecutionsAborted"
  })
  void a_repair_that_ends_badly_rings_with_the_first(String id, String metric) {
    JsonNode alarm = alarm(id);

    assertThat(alarm.path("Namespace").asText()).isEqualTo("AWS/States");
    assertThat(alarm.path("MetricName").asText()).isEqualTo(metric);
    assertThat(alarm.path("Dimensions").toString())
        .isEqualTo("[{\"Name\":\"StateMachineArn\",\"Value\":"
            + "\"arn:aws:states:us-east-1:111122223333:stateMachine:keymend-repair\"}]");
    assertThat(alarm.path("Statistic").asText()).isEqualTo("Sum");
    assertThat(alarm.path("ComparisonOperator").asText())
        .isEqualTo("GreaterThanOrEqualToThreshold");
    assertThat(alarm.path("Threshold").asInt()).isEqualTo(1);
    assertThat(alarm.path("EvaluationPeriods").asInt()).isEqualTo(1);
    assertThat(alarm.path("TreatMissingData").asText())
        .as("no repair at all is the best of news")
        .isEqualTo("notBreaching");
  }

  @Test
  void fifteen_minutes_without_a_sweep_that_succeeds_ring() {
    // Given
    JsonNode alarm = alarm("SweepDoesNotSucceed");

    // Then: invocations less errors, three periods of five minutes in a row
    assertThat(alarm.at("/Metrics/0/Expression").asText())
        .isEqualTo("FILL(invocations, 0) - FILL(errors, 0)");
    assertThat(alarm.at("/Metrics/0/ReturnData").asBoolean()).isTrue();
    assertThat(watched(alarm)).hasSize(2).allSatisfy(metric -> {
      assertThat(metric.path("ReturnData").asBoolean(true)).isFalse();
      assertThat(metric.at("/MetricStat/Stat").asText()).isEqualTo("Sum");
      assertThat(metric.at("/MetricStat/Period").asInt()).isEqualTo(300);
      assertThat(metric.at("/MetricStat/Metric/Namespace").asText()).isEqualTo("AWS/Lambda");
      assertThat(metric.at("/MetricStat/Metric/Dimensions").toString())
          .isEqualTo("[{\"Name\":\"FunctionName\",\"Value\":\"" + name("SweepFunction") + "\"}]");
      assertThat(metric.path("Id").asText())
          .isEqualToIgnoringCase(metric.at("/MetricStat/Metric/MetricName").asText());
    });
    assertThat(alarm.path("EvaluationPeriods").asInt()).isEqualTo(3);
    assertThat(alarm.path("DatapointsToAlarm").asInt()).isEqualTo(3);
    assertThat(alarm.path("ComparisonOperator").asText()).isEqualTo("LessThanThreshold");
    assertThat(alarm.path("Threshold").asInt()).isEqualTo(1);
    assertThat(alarm.path("TreatMissingData").asText())
        .as("a schedule that is gone leaves no metric at all")
        .isEqualTo("breaching");
    assertThat(alarm.path("OKActions")).hasSize(1);
  }

  @Test
  void at_the_slowest_rate_a_sweep_that_succeeds_keeps_it_quiet() {
    // Given three periods of five minutes hold at least one start, whenever they begin
    String pattern =
        DeployedTemplate.asWritten().at("/Parameters/SweepRate/AllowedPattern").asText();

    // Then
    assertThat("rate(10 minutes)").matches(pattern);
    for (int minutes = 11; minutes <= 60; minutes++) {
      assertThat("rate(" + minutes + " minutes)").doesNotMatch(pattern);
    }
  }

  @Test
  void functions_that_fail_again_and_again_ring_and_none_is_forgotten() {
    // Given
    JsonNode alarm = alarm("StepsFail");
    Set<String> functions = new TreeSet<>();
    TEMPLATE.ofType("AWS::Serverless::Function").keySet().stream()
        .filter(id -> !id.equals("SweepFunction"))
        .forEach(id -> functions.add(name(id)));

    // Then
    assertThat(alarm.at("/Metrics/0/Expression").asText()).isEqualTo("SUM(FILL(METRICS(), 0))");
    assertThat(watched(alarm))
        .as("CloudWatch takes 10 (API reference, PutMetricAlarm)")
        .hasSizeLessThanOrEqualTo(10)
        .allSatisfy(metric -> {
          assertThat(metric.path("ReturnData").asBoolean(true)).isFalse();
          assertThat(metric.at("/MetricStat/Metric/Namespace").asText()).isEqualTo("AWS/Lambda");
          assertThat(metric.at("/MetricStat/Metric/MetricName").asText()).isEqualTo("Errors");
          assertThat(metric.at("/MetricStat/Stat").asText()).isEqualTo("Sum");
          assertThat(metric.at("/MetricStat/Period").asInt()).isEqualTo(900);
        })
        .extracting(metric -> metric.at("/MetricStat/Metric/Dimensions/0/Value").asText())
        .containsExactlyInAnyOrderElementsOf(functions);
    assertThat(alarm.path("Threshold").asInt()).isEqualTo(3);
    assertThat(alarm.path("ComparisonOperator").asText())
        .isEqualTo("GreaterThanOrEqualToThreshold");
    assertThat(alarm.path("TreatMissingData").asText()).isEqualTo("notBreaching");
    assertThat(alarm.path("EvaluationPeriods").asInt()).isEqualTo(2);
    assertThat(alarm.path("DatapointsToAlarm").asInt()).isEqualTo(1);
  }

  @Test
  void a_sweep_that_fails_for_some_stores_rings_too() {
    JsonNode alarm = alarm("SweepFails");

    assertThat(alarm.path("MetricName").asText()).isEqualTo("Errors");
    assertThat(alarm.at("/Dimensions/0/Value").asText()).isEqualTo(name("SweepFunction"));
    assertThat(alarm.path("Threshold").asInt()).isEqualTo(2);
    assertThat(alarm.path("Period").asInt()).isEqualTo(900);
    assertThat(alarm.path("TreatMissingData").asText()).isEqualTo("notBreaching");
  }

  @Test
  void a_single_dead_letter_rings() {
    JsonNode alarm = alarm("SomethingWasNotDelivered");

    assertThat(alarm.path("Namespace").asText()).isEqualTo("AWS/SQS");
    assertThat(alarm.path("MetricName").asText()).isEqualTo("ApproximateNumberOfMessagesVisible");
    assertThat(alarm.at("/Dimensions/0/Name").asText()).isEqualTo("QueueName");
    assertThat(alarm.at("/Dimensions/0/Value").asText()).contains("DeadLetters");
    assertThat(alarm.path("Statistic").asText()).isEqualTo("Maximum");
    assertThat(alarm.path("ComparisonOperator").asText()).isEqualTo("GreaterThanThreshold");
    assertThat(alarm.path("Threshold").asInt()).isZero();
  }

  /** A dimension on the ARN of another kind than the one that is deployed would watch nothing, and never ring. */
  @Test
  void every_alarm_but_one_watches_by_a_dimension_and_only_what_aws_publishes_for_nothing() {
    TEMPLATE.ofType("AWS::CloudWatch::Alarm").forEach((id, alarm) -> {
      if (id.equals("NobodyListens")) {
        return; // by a metric of keymend, which is published only while nobody listens
      }
      List<JsonNode> metrics = new ArrayList<>();
      if (alarm.has("MetricName")) {
        metrics.add(alarm);
      }
      watched(alarm).forEach(each -> metrics.add(each.at("/MetricStat/Metric")));

      assertThat(metrics).as(id).isNotEmpty().allSatisfy(metric -> {
        assertThat(metric.path("Namespace").asText()).isIn("AWS/States", "AWS/Lambda", "AWS/SQS");
        assertThat(metric.path("Dimensions")).hasSize(1);
        assertThat(metric.at("/Dimensions/0/Value").asText()).contains("keymend");
      });
    });
  }

  /** README, "What it costs": 0.10 USD a month for each. */
  @Test
  void the_alarms_are_priced_by_seventeen_metrics() {
    int metrics = 0;
    for (JsonNode alarm : TEMPLATE.ofType("AWS::CloudWatch::Alarm").values()) {
      metrics += alarm.has("MetricName") ? 1 : watched(alarm).size();
    }

    assertThat(metrics).isEqualTo(17);
  }
}
