package io.github.keymend.lab.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keymend.lab.ProjectFiles;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What starts a sweep: the schedule, and alarms on external key stores. */
class SweepTriggersTest {
  private static final DeployedTemplate TEMPLATE = DeployedTemplate.by(Deployments.repairing());
  private static final JsonNode ALARM = TEMPLATE.trigger("SweepFunction", "AlarmWentOff");
  private static final Triggers TRIGGERS = Triggers.of(TEMPLATE);

  private static boolean starts(JsonNode event) {
    return TRIGGERS.deliveries(event).stream()
        .anyMatch(it -> it.rule().target().equals("SweepFunction"));
  }

  private static ObjectNode alarm() {
    return (ObjectNode) ProjectFiles.event("alarm-xks");
  }

  private static ObjectNode alarmOn(String namespace, String metric) {
    ObjectNode event = alarm();
    ((ObjectNode) event.at("/detail/configuration/metrics/0/metricStat/metric"))
        .put("namespace", namespace)
        .put("name", metric);
    return event;
  }

  @Test
  void an_alarm_on_an_external_key_store_starts_a_sweep_whatever_its_name() {
    assertThat(starts(alarm())).isTrue();
  }

  @Test
  void an_alarm_that_queries_the_proxy_errors_of_all_stores_starts_a_sweep() throws Exception {
    // Given
    ObjectNode event = alarm();

    // When
    event.withObject("/detail/configuration").set("metrics", new ObjectMapper().readTree("""
                    [{"id":"q1","expression":"SELECT SUM(XksProxyErrors) FROM SCHEMA(\\"AWS/KMS\\", CustomKeyStoreId)","period":60}]"""));

    // Then
    assertThat(starts(event)).isTrue();
  }

  @Test
  void an_alarm_on_anything_starts_a_sweep_if_its_name_has_the_prefix() {
    ObjectNode event = alarmOn("Payments", "DecryptFailures");
    event.withObject("/detail").put("alarmName", "keymend-xks-payments-cannot-decrypt");

    assertThat(starts(event)).isTrue();
  }

  @Test
  void the_alarms_of_others_start_nothing() {
    assertThat(starts(alarmOn("AWS/KMS", "SecondsUntilKeyMaterialExpiration"))).isFalse();
    assertThat(starts(alarmOn("AWS/SQS", "ApproximateNumberOfMessagesVisible"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"OK", "INSUFFICIENT_DATA"})
  void an_alarm_that_is_over_starts_nothing(String state) {
    ObjectNode event = alarm();
    event.withObject("/detail/state").put("value", state);

    assertThat(starts(event)).isFalse();
  }

  @Test
  void the_sweep_gets_the_whole_alarm_event() {
    assertThat(ALARM.has("Input")).isFalse();
    assertThat(ALARM.has("InputPath")).isFalse();
    assertThat(ALARM.has("InputTransformer")).isFalse();
    assertThat(TRIGGERS.deliveries(alarm()))
        .singleElement()
        .satisfies(it -> assertThat(it.input()).isEqualTo(alarm()));
  }

  @Test
  void the_schedule_sends_the_sample_every_five_minutes_unless_told_otherwise() throws Exception {
    JsonNode schedule = TEMPLATE.trigger("SweepFunction", "Schedule");

    assertThat(new ObjectMapper().readTree(schedule.path("Input").asText()))
        .isEqualTo(ProjectFiles.event("schedule"));
    assertThat(schedule.path("ScheduleExpression").asText()).isEqualTo("rate(5 minutes)");
    assertThat(TRIGGERS.schedule())
        .as("what the lab makes of it")
        .isEqualTo(
            new Schedule("SweepFunction", Duration.ofMinutes(5), ProjectFiles.event("schedule")));
  }
}
