package io.github.keymend.aws;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.github.keymend.domain.breaker.Breaker;
import io.github.keymend.domain.checkup.Checkup;
import io.github.keymend.domain.incident.ClosedIncident;
import io.github.keymend.domain.incident.StoreItem;
import io.github.keymend.domain.people.Trigger;

/** What is remembered, as JSON text. The domain knows nothing of it. */
public final class ItemJson {
  private static final JsonMapper MAPPER = JsonMapper.builder()
      .addModule(new JavaTimeModule())
      .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
      .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
      // what a record computes is not remembered
      .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
      .addMixIn(Trigger.class, TriggerKinds.class)
      .build();

  private ItemJson() {}

  /** An item as text. */
  public static String write(StoreItem item) {
    return text(item);
  }

  /** A closed incident as text. */
  public static String write(ClosedIncident closed) {
    return text(closed);
  }

  /** The account's breaker as text. */
  public static String write(Breaker breaker) {
    return text(breaker);
  }

  /**
   * The account's breaker from its text.
   *
   * @throws IllegalStateException where the text is not one that this version understands
   */
  public static Breaker readBreaker(String json) {
    return read(json, Breaker.class);
  }

  /** The daily look as text: the same for the same, whatever order its troubles were told in. */
  public static String write(Checkup checkup) {
    return text(checkup);
  }

  /**
   * The daily look from its text.
   *
   * @throws IllegalStateException where the text is not one that this version understands
   */
  public static Checkup readCheckup(String json) {
    return read(json, Checkup.class);
  }

  /**
   * An item from its text.
   *
   * @throws IllegalStateException where the text is not one that this version understands
   */
  public static StoreItem read(String json) {
    return read(json, StoreItem.class);
  }

  private static <T> T read(String json, Class<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "an item is not readable by this version: " + e.getOriginalMessage(), e);
    }
  }

  private static String text(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an item could not be written", e);
    }
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "trigger")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Trigger.Plain.class, name = "plain"),
    @JsonSubTypes.Type(value = Trigger.Commanded.class, name = "command"),
    @JsonSubTypes.Type(value = Trigger.ForeignCall.class, name = "foreignCall")
  })
  private interface TriggerKinds {}
}
