package io.github.keymend.lab.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * Evaluates the intrinsic functions that the template uses, as CloudFormation does at deployment; an unknown one is an error. A
 * missing node stands for {@code AWS::NoValue}: the property or list item that has it disappears.
 */
final class Intrinsics {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]+)}");
  private final JsonNode template;
  private final Deployment deployment;

  Intrinsics(JsonNode template, Deployment deployment) {
    this.template = template;
    this.deployment = deployment;
  }

  JsonNode resolve(JsonNode node) {
    if (node.isArray()) {
      var array = NODES.arrayNode();
      node.forEach(item -> addUnlessMissing(array, resolve(item)));
      return array;
    }
    if (!node.isObject()) {
      return node;
    }
    if (node.size() == 1) {
      Map.Entry<String, JsonNode> only = node.properties().iterator().next();
      if (only.getKey().equals("Ref") || only.getKey().startsWith("Fn::")) {
        return call(only.getKey(), only.getValue());
      }
    }
    var object = NODES.objectNode();
    for (Map.Entry<String, JsonNode> property : node.properties()) {
      JsonNode value = resolve(property.getValue());
      if (!value.isMissingNode()) {
        object.set(property.getKey(), value);
      }
    }
    return object;
  }

  private static void addUnlessMissing(ArrayNode array, JsonNode value) {
    if (!value.isMissingNode()) {
      array.add(value);
    }
  }

  private JsonNode call(String function, JsonNode argument) {
    return switch (function) {
      case "Ref" -> ref(argument.asText());
      case "Fn::GetAtt" ->
        NODES.textNode(attribute(argument.get(0).asText(), argument.get(1).asText()));
      case "Fn::Sub" -> NODES.textNode(substituted(argument.asText()));
      case "Fn::Join" ->
        NODES.textNode(String.join(argument.get(0).asText(), texts(resolve(argument.get(1)))));
      case "Fn::If" -> resolve(argument.get(condition(argument.get(0).asText()) ? 1 : 2));
      default ->
        throw new IllegalArgumentException(
            "the lab does not know " + function + " of the template yet: add it to Intrinsics");
    };
  }

  private JsonNode ref(String name) {
    if (name.equals("AWS::NoValue")) {
      return MissingNode.getInstance();
    }
    JsonNode parameter = template.path("Parameters").path(name);
    if (parameter.isMissingNode()) {
      return NODES.textNode(identifier(name));
    }
    String value =
        deployment.parameters().getOrDefault(name, parameter.path("Default").asText());
    if (!parameter.path("Type").asText().equals("CommaDelimitedList")) {
      return NODES.textNode(value);
    }
    var list = NODES.arrayNode();
    List.of(value.split(",", -1)).forEach(item -> list.add(item.strip()));
    return list;
  }

  /** What {@code Ref} gives for a pseudo parameter or a resource. */
  private String identifier(String name) {
    return switch (name) {
      case "AWS::Partition" -> deployment.partition();
      case "AWS::Region" -> deployment.region();
      case "AWS::AccountId" -> Deployment.ACCOUNT;
      case "AWS::StackName" -> "keymend";
      default ->
        switch (template.path("Resources").path(name).path("Type").asText()) {
          case "AWS::Serverless::StateMachine" -> arn("states", "stateMachine:" + fixedName(name));
          case "AWS::SNS::Topic" -> arn("sns", "keymend-" + name);
          case "AWS::IAM::ManagedPolicy" -> name;
          default -> "keymend-" + name;
        };
    };
  }

  private String attribute(String resource, String attribute) {
    return attribute.equals("Arn")
        ? arn("service", "keymend-" + resource)
        : "keymend-" + resource + "-" + attribute;
  }

  private String fixedName(String resource) {
    return template
        .path("Resources")
        .path(resource)
        .path("Properties")
        .path("Name")
        .asText();
  }

  private String arn(String service, String resource) {
    return String.join(
        ":",
        "arn",
        deployment.partition(),
        service,
        deployment.region(),
        Deployment.ACCOUNT,
        resource);
  }

  private String substituted(String text) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(match -> Matcher.quoteReplacement(ref(match.group(1)).asText()));
  }

  private boolean condition(String name) {
    return holds(template.path("Conditions").path(name));
  }

  private boolean holds(JsonNode expression) {
    Map.Entry<String, JsonNode> only = expression.properties().iterator().next();
    JsonNode argument = only.getValue();
    return switch (only.getKey()) {
      case "Condition" -> condition(argument.asText());
      case "Fn::Not" -> !holds(argument.get(0));
      case "Fn::And" -> StreamSupport.stream(argument.spliterator(), false).allMatch(this::holds);
      case "Fn::Equals" -> resolve(argument.get(0)).equals(resolve(argument.get(1)));
      default ->
        throw new IllegalArgumentException(
            "the lab does not know the condition " + only.getKey() + " yet: add it to Intrinsics");
    };
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(item -> texts.add(item.asText()));
    return texts;
  }
}
