package io.github.keymend.lab.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The input transformer of a rule's target (EventBridge User Guide, "Input transformation"): {@code <name>} becomes the value at
 * the path of that name, with quotes when it stands outside of them. Where EventBridge would leave a gap for a missing path, this
 * throws: the input would not be JSON, and the event would end in the dead-letter queue.
 */
record InputTransformer(JsonNode properties) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern PLACEHOLDER = Pattern.compile("<([A-Za-z0-9_-]+)>");

  /** The input: an object, or a text where the template is one quoted string. */
  JsonNode input(JsonNode event) {
    boolean isText = properties.path("InputTemplate").asText().startsWith("\"");
    return parsed(filled(event, !isText));
  }

  private String filled(JsonNode event, boolean quoted) {
    return PLACEHOLDER.matcher(properties.path("InputTemplate").asText()).replaceAll(match -> {
      JsonNode value = value(match.group(1), event);
      return Matcher.quoteReplacement(quoted ? value.toString() : value.asText());
    });
  }

  private JsonNode value(String name, JsonNode event) {
    String path = properties.path("InputPathsMap").path(name).asText();
    if (!path.startsWith("$.")) {
      throw new IllegalStateException("<" + name + "> has no path in the InputPathsMap");
    }
    JsonNode value = event.at(path.substring(1).replace('.', '/'));
    if (value.isMissingNode() || value.isNull()) {
      throw new IllegalStateException("the event has nothing at " + path + " for <" + name + ">");
    }
    return value;
  }

  private static JsonNode parsed(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
