package io.github.keymend.lab.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A schedule of the template (EventBridge Scheduler).
 *
 * @param target the logical id of the function that it invokes
 * @param rate how often
 * @param input with what
 */
public record Schedule(String target, Duration rate, JsonNode input) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern RATE = Pattern.compile("rate\\((\\d+) (minute|hour)s?\\)");

  static Schedule of(String target, JsonNode properties) {
    String text = properties.path("ScheduleExpression").asText();
    Matcher rate = RATE.matcher(text);
    if (!rate.matches()) {
      throw new IllegalStateException("the lab does not know the schedule '" + text + "' yet");
    }
    long number = Long.parseLong(rate.group(1));
    try {
      return new Schedule(
          target,
          rate.group(2).equals("hour") ? Duration.ofHours(number) : Duration.ofMinutes(number),
          JSON.readTree(properties.path("Input").asText()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the Input of the schedule of " + target + " is no JSON", e);
    }
  }
}
