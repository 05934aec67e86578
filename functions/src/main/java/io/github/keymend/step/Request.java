package io.github.keymend.step;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keymend.domain.people.Command;
import io.github.keymend.domain.people.Trigger;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The input of a repair, as a person, the sweep or an event gives it.
 *
 * @param customKeyStoreId the store, or null where it is named, and with a reset of the account's breaker
 * @param customKeyStoreName the store's name, or null where its id is given, and with such a reset
 * @param trigger what is asked for
 */
public record Request(
    @Nullable String customKeyStoreId, @Nullable String customKeyStoreName, Trigger trigger) {
  private static final Set<String> KNOWN = Set.of(
      "customKeyStoreId",
      "customKeyStoreName",
      "command",
      "source",
      "eventName",
      "eventTime",
      "by",
      "eventId",
      "errorCode",
      "AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID");
  /** As the template's parameters take them. */
  private static final Pattern ID = Pattern.compile("cks-[0-9A-Za-z]{1,60}");
  /** KMS API reference, {@code DescribeCustomKeyStores}. */
  private static final int LONGEST_NAME = 256;

  private static final String RIGHT =
      "Give {\"customKeyStoreId\":\"cks-...\"} or {\"customKeyStoreName\":\"...\"}, and optionally \"command\": "
          + "\"connect\", \"resume\", \"stop\" or \"reset\"; only {\"command\":\"reset\"} may come without a store.";

  /**
   * Reads an input.
   *
   * @param input the input of the execution
   * @param execution its ARN
   * @param startedAt when it started
   * @throws InvalidRequestException naming what is wrong and what would be right
   */
  public static Request read(JsonNode input, String execution, Instant startedAt) {
    if (!input.isObject()) {
      throw wrong("the input is not a JSON object");
    }
    input.fieldNames().forEachRemaining(name -> {
      if (!KNOWN.contains(name)) {
        throw wrong("the input has a field that keymend does not know: " + name);
      }
    });
    String id = text(input, "customKeyStoreId");
    String name = text(input, "customKeyStoreName");
    if (id != null && !ID.matcher(id).matches()) {
      throw wrong(
          "\"" + id
              + "\" is not the id of a custom key store; if it is a name, give it as customKeyStoreName");
    }
    if (name != null && name.length() > LONGEST_NAME) {
      throw wrong("customKeyStoreName has more than " + LONGEST_NAME + " characters");
    }
    if (id != null && name != null) {
      throw wrong("the input has both an id and a name");
    }
    Request request = new Request(id, name, trigger(input, execution, startedAt));
    if (id == null && name == null && request.accountReset() == null) {
      throw wrong("the input names no store");
    }
    return request;
  }

  /** The command that resets the account's breaker; null: it is about one store. */
  public Trigger.@Nullable Commanded accountReset() {
    boolean ofAccount = customKeyStoreId == null && customKeyStoreName == null;
    return ofAccount
            && trigger instanceof Trigger.Commanded given
            && given.command() == Command.RESET
        ? given
        : null;
  }

  private static Trigger trigger(JsonNode input, String execution, Instant startedAt) {
    String command = text(input, "command");
    String eventName = text(input, "eventName");
    if (command != null && eventName != null) {
      throw wrong("the input has both a command and an event");
    }
    if (command != null) {
      return new Trigger.Commanded(execution, command(command), startedAt);
    }
    return eventName == null ? new Trigger.Plain(execution) : event(input, eventName, execution);
  }

  private static Command command(String command) {
    return Arrays.stream(Command.values())
        .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(command))
        .findFirst()
        .orElseThrow(() -> wrong("\"" + command + "\" is not a command; there are "
            + Arrays.stream(Command.values())
                .map(known -> known.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "))));
  }

  private static Trigger event(JsonNode input, String eventName, String execution) {
    Trigger.Call call = switch (eventName) {
      case "ConnectCustomKeyStore" -> Trigger.Call.CONNECT;
      case "DisconnectCustomKeyStore" -> Trigger.Call.DISCONNECT;
      case "UpdateCustomKeyStore" -> Trigger.Call.UPDATE;
      default ->
        throw wrong("the event " + eventName + " is not one of ConnectCustomKeyStore,"
            + " DisconnectCustomKeyStore, UpdateCustomKeyStore");
    };
    String time = text(input, "eventTime");
    if (time == null) {
      throw wrong("the event has no eventTime");
    }
    String eventId = text(input, "eventId");
    String by = text(input, "by");
    return new Trigger.ForeignCall(
        eventId == null ? execution : eventId,
        call,
        instant(time),
        by == null ? "unknown" : by,
        text(input, "errorCode"));
  }

  private static Instant instant(String time) {
    try {
      return Instant.parse(time);
    } catch (DateTimeParseException e) {
      throw wrong("eventTime \"" + time + "\" is not a time like 2026-01-01T00:00:00Z");
    }
  }

  private static @Nullable String text(JsonNode input, String field) {
    JsonNode value = input.get(field);
    if (value == null || value.isNull()) {
      return null;
    }
    if (!value.isTextual() || value.textValue().isBlank()) {
      throw wrong(field + " is not a text");
    }
    return value.textValue();
  }

  private static InvalidRequestException wrong(String what) {
    return new InvalidRequestException(what + ". " + RIGHT);
  }
}
