package io.github.keymend.lab.template;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keymend.lab.ProjectFiles;
import java.util.Map;
import java.util.TreeMap;

/** template.yaml with all its parameters and functions resolved for one deployment. */
record DeployedTemplate(JsonNode resources) {
  private static final JsonNode TEMPLATE =
      CloudFormationYaml.read(ProjectFiles.text("template.yaml"));

  /** The template as it is written, short forms written out. */
  static JsonNode asWritten() {
    return TEMPLATE;
  }

  static DeployedTemplate by(Deployment deployment) {
    var intrinsics = new Intrinsics(TEMPLATE, deployment);
    return new DeployedTemplate(intrinsics.resolve(TEMPLATE.path("Resources")));
  }

  /** The properties of a resource; fails for a resource that the template does not have. */
  JsonNode properties(String resource) {
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
}
