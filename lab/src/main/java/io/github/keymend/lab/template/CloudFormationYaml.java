package io.github.keymend.lab.template;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads a template into JSON, with every short form ({@code !Sub x}) written out ({@code {"Fn::Sub": x}}), as listed in the
 * CloudFormation User Guide, "Intrinsic function reference". A plain YAML reader would drop the tags.
 */
final class CloudFormationYaml {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private CloudFormationYaml() {}

  static JsonNode read(String yaml) {
    try (JsonParser parser = new YAMLFactory().createParser(yaml)) {
      parser.nextToken();
      return value(parser);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode value(JsonParser parser) throws IOException {
    String tag = (String) parser.getTypeId();
    return written(tag, untagged(parser));
  }

  private static JsonNode untagged(JsonParser parser) throws IOException {
    switch (parser.currentToken()) {
      case START_OBJECT -> {
        var object = NODES.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String name = parser.currentName();
          parser.nextToken();
          object.set(name, value(parser));
        }
        return object;
      }
      case START_ARRAY -> {
        var array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          array.add(value(parser));
        }
        return array;
      }
      case VALUE_TRUE, VALUE_FALSE -> {
        return NODES.booleanNode(parser.getBooleanValue());
      }
      case VALUE_NUMBER_INT -> {
        return NODES.numberNode(parser.getLongValue());
      }
      case VALUE_NULL -> {
        return NODES.nullNode();
      }
      default -> {
        return NODES.textNode(parser.getText());
      }
    }
  }

  private static JsonNode written(@Nullable String tag, JsonNode value) {
    if (tag == null || tag.startsWith("tag:yaml.org")) {
      return value;
    }
    JsonNode argument = value;
    if (tag.equals("GetAtt")) {
      var parts = NODES.arrayNode();
      Arrays.stream(value.asText().split("\\.", 2)).forEach(parts::add);
      argument = parts;
    }
    String name = tag.equals("Ref") || tag.equals("Condition") ? tag : "Fn::" + tag;
    return NODES.objectNode().set(name, argument);
  }
}
