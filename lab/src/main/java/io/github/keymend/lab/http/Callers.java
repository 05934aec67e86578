package io.github.keymend.lab.http;

import io.github.keymend.lab.door.WireRequest;
import io.github.keymend.lab.service.Caller;
import io.github.keymend.lab.service.ServiceError;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who calls: the access key id of the signature is the name of an IAM user, or {@code role:NAME} of a role. The signature
 * must be there, as at AWS, and is not checked: the lab has no secrets to check it against.
 */
final class Callers {
  private static final Pattern CREDENTIAL =
      Pattern.compile("AWS4-[A-Z0-9-]+ .*?Credential=([^/,\\s]+)/.*");
  private static final String ROLE = "role:";

  private Callers() {}

  static Caller of(WireRequest request) {
    String header = request.header("Authorization").orElse("");
    if (header.isEmpty()) {
      throw ServiceError.refusal(
          "MissingAuthenticationTokenException", "Missing Authentication Token");
    }
    Matcher credential = CREDENTIAL.matcher(header);
    if (!credential.matches()) {
      throw ServiceError.refusal(
          "IncompleteSignatureException",
          "Authorization header requires 'Credential' parameter, an access key id and a scope.");
    }
    String name = credential.group(1);
    return name.startsWith(ROLE)
        ? Caller.role(name.substring(ROLE.length()), "session")
        : Caller.user(name);
  }
}
