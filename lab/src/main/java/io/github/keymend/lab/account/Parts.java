package io.github.keymend.lab.account;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keymend.lab.service.Place;
import io.github.keymend.lab.template.DeployedTemplate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The resources that CloudFormation makes of the template, those that SAM's transform adds included, as far as doctor looks. */
final class Parts {
  private static final Place PLACE = Place.DEFAULT;
  private static final Map<String, String> OF_SAM = Map.of(
      "AWS::Serverless::Function", "AWS::Lambda::Function",
      "AWS::Serverless::StateMachine", "AWS::StepFunctions::StateMachine");
  /** SAM's event types to the resource that each becomes, named after its owner and itself (SAM specification). */
  private static final Map<String, String> EVENTS =
      Map.of("EventBridgeRule", "AWS::Events::Rule", "ScheduleV2", "AWS::Scheduler::Schedule");

  private Parts() {}

  static List<Part> of(DeployedTemplate template, Map<String, String> environment) {
    List<Part> parts = new ArrayList<>();
    for (Map.Entry<String, JsonNode> each : template.resources().properties()) {
      String id = each.getKey();
      JsonNode resource = each.getValue();
      if (resource.has("Condition")) {
        continue; // the e-mail's subscription: the lab's deployment names none
      }
      String written = resource.path("Type").asText();
      String type = OF_SAM.getOrDefault(written, written);
      parts.add(new Part(id, type, physicalId(id, type, resource.path("Properties"), environment)));
      if (OF_SAM.containsKey(written)) {
        parts.add(new Part(id + "Role", "AWS::IAM::Role", "keymend-" + id + "Role"));
        resource.at("/Properties/Events").properties().forEach(event -> {
          String eventType = EVENTS.get(event.getValue().path("Type").asText());
          if (eventType != null) {
            parts.add(new Part(id + event.getKey(), eventType, "keymend-" + id + event.getKey()));
          }
        });
      }
    }
    return parts;
  }

  /** What {@code Ref} gives. */
  private static String physicalId(
      String id, String type, JsonNode properties, Map<String, String> environment) {
    return switch (type) {
      case "AWS::Lambda::Function" -> id;
      case "AWS::StepFunctions::StateMachine" ->
        PLACE.arn("states", "stateMachine:" + properties.path("Name").asText());
      case "AWS::SNS::Topic" -> environment.getOrDefault("KEYMEND_TOPIC_ARN", "");
      case "AWS::DynamoDB::Table" -> environment.getOrDefault("KEYMEND_TABLE", "");
      case "AWS::SQS::Queue" ->
        "https://sqs." + PLACE.region() + ".amazonaws.com/" + PLACE.account() + "/keymend-" + id;
      case "AWS::Logs::LogGroup" -> properties.path("LogGroupName").asText();
      default -> "keymend-" + id;
    };
  }

  /** {@link DeployedTemplate} names resources by its own scheme; the lab's have other names. */
  static Map<String, String> arns(List<Part> parts) {
    Map<String, String> arns = new HashMap<>();
    for (Part part : parts) {
      String byTemplate = PLACE.arn("service", "keymend-" + part.logicalId());
      switch (part.type()) {
        case "AWS::Lambda::Function" ->
          arns.put(byTemplate, PLACE.arn("lambda", "function:" + part.physicalId()));
        case "AWS::DynamoDB::Table" ->
          arns.put(byTemplate, PLACE.arn("dynamodb", "table/" + part.physicalId()));
        case "AWS::SNS::Topic" ->
          arns.put(PLACE.arn("sns", "keymend-" + part.logicalId()), part.physicalId());
        default -> {
          // No policy names it.
        }
      }
    }
    return arns;
  }
}
