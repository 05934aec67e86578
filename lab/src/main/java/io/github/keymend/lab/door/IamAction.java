package io.github.keymend.lab.door;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What IAM calls the operation that a request asks for; service authorization reference. */
final class IamAction {
  private static final Map<String, String> SERVICES = Map.of(
      "TrentService", "kms", "secretsmanager", "secretsmanager", "AWSStepFunctions", "states");
  private static final Pattern FORM = Pattern.compile("(?:^|&)Action=([A-Za-z]+)");

  private IamAction() {}

  static String of(WireRequest request) {
    String target = request.header("X-Amz-Target").orElse("");
    int dot = target.indexOf('.');
    if (dot > 0) {
      String service = target.substring(0, dot);
      return SERVICES.getOrDefault(service, service) + ":" + target.substring(dot + 1);
    }
    Matcher form = FORM.matcher(request.text());
    return form.find() ? "sns:" + form.group(1) : "lambda:InvokeFunction";
  }
}
