package io.github.keymend.lab.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * template.yaml with all its parameters and functions resolved for one deployment.
 *
 * @param resources the section Resources
 */
public record DeployedTemplate(JsonNode resources) {
  private static final JsonNode TEMPLATE = CloudFormationYaml.read(text());
  private static final List<String> WITH_EVENTS =
      List.of("AWS::Serverless::Function", "AWS::Serverless::StateMachine");

  private static String text() {
    try {
      return Files.readString(SourceFiles.find("template.yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException("the lab needs the template that is deployed", e);
    }
  }

  /** The template as it is written, short forms written out. */
  static JsonNode asWritten() {
    return TEMPLATE;
  }

  /** The template as it is for a deployment. */
  public static DeployedTemplate by(Deployment deployment) {
    var intrinsics = new Intrinsics(TEMPLATE, deployment);
    return new DeployedTemplate(intrinsics.resolve(TEMPLATE.path("Resources")));
  }

  /** All parameters of a deployment by name, defaults included. */
  public static Map<String, String> parameters(Deployment deployment) {
    Map<String, String> all = new TreeMap<>();
    TEMPLATE
        .path("Parameters")
        .properties()
        .forEach(each -> all.put(
            each.getKey(),
            deployment
                .parameters()
                .getOrDefault(each.getKey(), each.getValue().path("Default").asText())));
    return all;
  }

  /** The name, where it is a function or state machine, which has a role. */
  public Optional<String> owner(String logicalId) {
    String type = resources.path(logicalId).path("Type").asText();
    return WITH_EVENTS.contains(type) ? Optional.of(logicalId) : Optional.empty();
  }

  /** The properties of a resource; fails for a resource that the template does not have. */
  public JsonNode properties(String resource) {
    JsonNode properties = resources.path(resource).path("Properties");
    if (properties.isMissingNode()) {
      throw new IllegalArgumentException("template.yaml has no resource " + resource);
    }
    return properties;
  }

  /** The properties of an event (rule or schedule) that SAM makes for a function or state machine. */
  JsonNode trigger(String resource, String event) {
    JsonNode properties = properties(resource).path("Events").path(event).path("Properties");
    if (properties.isMissingNode()) {
      throw new IllegalArgumentException(resource + " in template.yaml has no event " + event);
    }
    return properties;
  }

  /** Logical id to properties, for every resource of a type. */
  Map<String, JsonNode> ofType(String type) {
    Map<String, JsonNode> found = new TreeMap<>();
    for (Map.Entry<String, JsonNode> resource : resources.properties()) {
      if (resource.getValue().path("Type").asText().equals(type)) {
        found.put(resource.getKey(), resource.getValue().path("Properties"));
      }
    }
    return found;
  }

  /** Logical id of a function or state machine to its events of a type, by name; those without are left out. */
  Map<String, Map<String, JsonNode>> events(String type) {
    Map<String, Map<String, JsonNode>> found = new TreeMap<>();
    WITH_EVENTS.forEach(each -> ofType(each).forEach((owner, properties) -> {
      for (Map.Entry<String, JsonNode> event : properties.path("Events").properties()) {
        if (event.getValue().path("Type").asText().equals(type)) {
          found
              .computeIfAbsent(owner, any -> new TreeMap<>())
              .put(event.getKey(), event.getValue().path("Properties"));
        }
      }
    }));
    return found;
  }
}
