package io.github.keymend.lab.explore.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** A history as JSON, for a file that replays it. */
public final class HistoryJson {
  private static final JsonMapper MAPPER = JsonMapper.builder()
      .addModule(new JavaTimeModule())
      .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
      .enable(SerializationFeature.INDENT_OUTPUT)
      .build();

  private HistoryJson() {}

  /** Writes it. */
  public static String write(History history) {
    try {
      return MAPPER.writeValueAsString(history);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a history cannot be written", e);
    }
  }

  /**
   * Reads it.
   *
   * @throws IllegalArgumentException where the text is no history
   */
  public static History read(String json) {
    try {
      return MAPPER.readValue(json, History.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("this is no history: " + e.getOriginalMessage(), e);
    }
  }
}
