package io.github.keymend.lab.asl.load;

import io.github.keymend.lab.asl.model.Catcher;
import io.github.keymend.lab.asl.model.Retrier;
import io.github.keymend.lab.asl.model.TaskState;
import io.github.keymend.lab.asl.query.Template;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a Task: a call of a Lambda function, nothing else. */
final class TaskReader {
  private static final Pattern RESOURCE =
      Pattern.compile("arn:aws(-[a-z]+)*:states:::lambda:invoke");

  private TaskReader() {}

  static TaskState read(String name, Fields fields) {
    fields.allowOnly(
        "a Task",
        "Type",
        "QueryLanguage",
        "Resource",
        "Arguments",
        "TimeoutSeconds",
        "Retry",
        "Catch",
        "Assign",
        "Output",
        "Next",
        "End");
    String resource = fields.required("Resource", "arn:<partition>:states:::lambda:invoke");
    if (!resource.isEmpty() && !RESOURCE.matcher(resource).matches()) {
      fields.refuse("resource '" + resource
          + "' is not supported; allowed is arn:<partition>:states:::lambda:invoke");
    }
    Optional<Duration> timeout = AslReader.seconds(fields, "TimeoutSeconds");
    if (!fields.has("TimeoutSeconds")) {
      fields.refuse(
          "'TimeoutSeconds' is missing: without it a lost call would block for three years");
    }
    Optional<Fields> arguments = fields.object("Arguments");
    if (!fields.has("Arguments")) {
      fields.refuse("'Arguments' is missing: FunctionName and Payload");
    }
    arguments.ifPresent(
        given -> given.allowNoComment("the Arguments of lambda:invoke", "FunctionName", "Payload"));
    String function = arguments
        .map(given -> given.required("FunctionName", "the name or ARN of the function"))
        .orElse("");
    if (function.contains("{%")) {
      fields.refuse("'FunctionName' must be fixed, not an expression");
    }
    List<Retrier> retry =
        fields.objects("Retry").stream().map(ErrorReader::retrier).toList();
    List<Catcher> catches =
        fields.objects("Catch").stream().map(ErrorReader::catcher).toList();
    ErrorReader.checkOrder("Retry", retry.stream().map(Retrier::errors).toList(), fields);
    ErrorReader.checkOrder("Catch", catches.stream().map(Catcher::errors).toList(), fields);
    Template payload =
        arguments.flatMap(given -> given.template("Payload")).orElse(new Template.Fields(Map.of()));
    return new TaskState(
        name,
        function,
        payload,
        timeout.orElse(Duration.ofSeconds(1)),
        retry,
        catches,
        StateReader.exit(fields));
  }
}
