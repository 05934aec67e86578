package io.github.keymend.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AlarmTest {
  private static final String EVENT = """
      {"detail-type": "CloudWatch Alarm State Change", "time": "2026-03-01T09:30:00Z",
       "detail": {"alarmName": "proxy-errors", "state": {"value": "ALARM", "reason": "too many", "timestamp": "%s"},
                  "configuration": {"metrics": [{"id": "sum", "expression": "a + b"}, %s]}}}
      """;
  private static final String TIME = "2026-03-01T09:30:00.412+0000";

  @Test
  void theStoreIsReadFromTheMetricsDimension() {
    Alarm alarm = read(TIME, """
        {"metricStat": {"metric": {"dimensions": {"CustomKeyStoreId": "cks-9876543210fedcba9"}}}}
        """);

    assertThat(alarm)
        .isEqualTo(new Alarm(
            "proxy-errors",
            "cks-9876543210fedcba9",
            "too many",
            Instant.parse("2026-03-01T09:30:00.412Z")));
  }

  @Test
  void theStoreIsReadFromAMetricsInsightsQuery() {
    Alarm alarm = read(TIME, """
        {"expression": "SELECT SUM(XksProxyErrors) FROM SCHEMA(\\"AWS/KMS\\", CustomKeyStoreId, ErrorType) WHERE CustomKeyStoreId = 'cks-9876543210fedcba9'"}
        """);

    assertThat(alarm.customKeyStoreId()).isEqualTo("cks-9876543210fedcba9");
  }

  @Test
  void anAlarmThatNamesNoStoreIsAboutNone() {
    assertThat(read(TIME, "{}").customKeyStoreId()).isEmpty();
  }

  @Test
  void aTimeThatIsNoneIsRefusedByName() {
    assertThatThrownBy(() -> read("yesterday", "{}"))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("yesterday");
  }

  private static Alarm read(String time, String metric) {
    try {
      JsonNode event = Json.MAPPER.readTree(EVENT.formatted(time, metric));
      return Alarm.read(event);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
