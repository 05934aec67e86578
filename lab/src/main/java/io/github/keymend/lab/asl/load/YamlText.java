package io.github.keymend.lab.asl.load;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.Optional;

/** Reads YAML without its traps: no key twice, no anchors and aliases (unproven in CloudFormation). */
final class YamlText {
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).build();

  private YamlText() {}

  static Optional<ObjectNode> read(String text, Findings findings) {
    try {
      if (usesAnchors(text)) {
        findings.add("", "YAML anchors and aliases are refused: write the value out");
      }
      JsonNode root = YAML.readTree(text);
      if (root instanceof ObjectNode machine) {
        return Optional.of(machine);
      }
      findings.add("", "the file must be one YAML mapping with StartAt and States");
    } catch (JsonProcessingException e) {
      findings.add("", "not readable as YAML: " + e.getOriginalMessage() + at(e));
    } catch (IOException e) {
      findings.add("", "not readable as YAML: " + e.getMessage());
    }
    return Optional.empty();
  }

  private static String at(JsonProcessingException e) {
    return e.getLocation() == null ? "" : " (line " + e.getLocation().getLineNr() + ")";
  }

  private static boolean usesAnchors(String text) throws IOException {
    try (YAMLParser parser = YAML.getFactory().createParser(text)) {
      while (parser.nextToken() != null) {
        if (parser.isCurrentAlias() || parser.getObjectId() != null) {
          return true;
        }
      }
      return false;
    }
  }
}
