package io.github.keymend.step;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keymend.domain.incident.StoreItem;
import io.github.keymend.domain.message.Letters;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A CloudWatch alarm that started the sweep; without a name where it was no alarm.
 *
 * @param name the alarm's name
 * @param customKeyStoreId the store that its metric is about; empty where none is named
 * @param reason why it went off
 * @param transition when it went to ALARM
 */
record Alarm(String name, String customKeyStoreId, String reason, Instant transition) {
  private static final Pattern STORE_ID = Pattern.compile("\\bcks-[0-9A-Za-z]+\\b");
  private static final Alarm NONE = new Alarm("", "", "", Instant.EPOCH);

  /** Reads the event that started the sweep: an alarm's state change (CloudWatch user guide), or anything else. */
  static Alarm read(JsonNode event) {
    if (!event.path("detail-type").asText("").equals("CloudWatch Alarm State Change")) {
      return NONE;
    }
    JsonNode detail = event.path("detail");
    String name = detail.path("alarmName").asText("");
    String reason = detail.path("state").path("reason").asText("");
    String time =
        detail.path("state").path("timestamp").asText(event.path("time").asText(""));
    for (JsonNode metric : detail.path("configuration").path("metrics")) {
      String id = metric
          .path("metricStat")
          .path("metric")
          .path("dimensions")
          .path("CustomKeyStoreId")
          .asText(idIn(metric.path("expression").asText("")));
      if (!id.isEmpty()) {
        return new Alarm(name, id, reason, instant(time));
      }
    }
    return new Alarm(name, "", reason, instant(time));
  }

  /** The store that a Metrics Insights query selects, as the alarms do that AWS recommends; else empty. */
  private static String idIn(String expression) {
    Matcher id = STORE_ID.matcher(expression);
    return id.find() ? id.group() : "";
  }

  /** The item with the alarm told, once for each transition to ALARM. */
  StoreItem tell(StoreItem item, Letters letters, Instant now) {
    if (!item.customKeyStoreId().equals(customKeyStoreId)
        || transition.equals(item.alarmsTold().get(name))) {
      return item;
    }
    Map<String, Instant> told = new HashMap<>(item.alarmsTold());
    told.put(name, transition);
    return item.withAlarmsTold(told).say(letters.alarm(item, name, reason, transition, now));
  }

  private static Instant instant(String time) {
    try {
      // CloudWatch writes 2025-01-01T00:00:00.000+0000, which is not quite ISO 8601.
      return Instant.parse(time.replaceFirst("\\+0000$", "Z"));
    } catch (DateTimeParseException e) {
      throw new InvalidRequestException("the alarm's time \"" + time + "\" is not a time");
    }
  }
}
