package io.github.keymend.lab.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The statements that the template writes for the role of a function or state machine, with those of its managed policies. What
 * SAM adds for logs, traces and destinations is not in it.
 *
 * @param owner the function or state machine, by its logical id
 * @param statements with all functions of the template resolved
 */
public record Role(String owner, List<JsonNode> statements) {

  /** The role of a function or state machine. */
  public static Role of(DeployedTemplate template, String owner) {
    List<JsonNode> statements = new ArrayList<>();
    for (JsonNode policy : template.properties(owner).path("Policies")) {
      JsonNode document =
          policy.isTextual() ? template.properties(policy.asText()).path("PolicyDocument") : policy;
      document.path("Statement").forEach(statements::add);
    }
    return new Role(owner, List.copyOf(statements));
  }

  /** {@code action on resource}, one entry per pair, sorted. */
  Set<String> allowed() {
    Set<String> pairs = new TreeSet<>();
    for (JsonNode statement : with("Allow")) {
      for (String action : texts(statement.path("Action"))) {
        texts(statement.path("Resource"))
            .forEach(resource -> pairs.add(action + " on " + resource));
      }
    }
    return pairs;
  }

  /** The actions that are allowed on anything, sorted. */
  public Set<String> allowedActions() {
    Set<String> actions = new TreeSet<>();
    with("Allow").forEach(statement -> actions.addAll(texts(statement.path("Action"))));
    return actions;
  }

  /** Is the action denied on every resource, without a condition? */
  boolean denies(String action) {
    return with("Deny").stream()
        .filter(statement ->
            texts(statement.path("Resource")).contains("*") && !statement.has("Condition"))
        .flatMap(statement -> texts(statement.path("Action")).stream())
        .anyMatch(pattern -> Pattern.matches(pattern.replace("*", ".*"), action));
  }

  private List<JsonNode> with(String effect) {
    return statements.stream()
        .filter(it -> it.path("Effect").asText().equals(effect))
        .toList();
  }

  /** Action, Resource: one text or many. */
  public static List<String> texts(JsonNode oneOrMany) {
    if (oneOrMany.isTextual()) {
      return List.of(oneOrMany.asText());
    }
    List<String> texts = new ArrayList<>();
    oneOrMany.forEach(item -> texts.add(item.asText()));
    return texts;
  }
}
