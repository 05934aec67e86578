package io.github.keymend.lab.door;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keymend.lab.secrets.DescribedSecret;
import io.github.keymend.lab.secrets.FoundVersion;
import io.github.keymend.lab.secrets.SecretVersion;
import io.github.keymend.lab.secrets.SimulatedSecrets;
import io.github.keymend.lab.secrets.VersionPage;
import io.github.keymend.lab.service.Caller;
import io.github.keymend.lab.service.Secret;

/** AWS Secrets Manager on the wire: AWS JSON 1.1, {@code secretsmanager}; Secrets Manager API reference. */
final class SecretsJson implements JsonService {
  private static final Shape SECRET_ID = Shape.text(1, 2048);
  private static final Shape VERSION_ID = Shape.text(32, 64);
  private static final Shape STAGE = Shape.text(1, 256);
  private static final Shape TOKEN = Shape.text(1, 4096);

  private static final Shape VALUE = Shape.sensitive(1, 65_536, "[\\s\\S]*");

  private final SimulatedSecrets secrets;

  SecretsJson(SimulatedSecrets secrets) {
    this.secrets = secrets;
  }

  @Override
  public String targetPrefix() {
    return "secretsmanager";
  }

  @Override
  public String jsonVersion() {
    return "1.1";
  }

  @Override
  public JsonNode call(Caller caller, String operation, Members request) {
    return switch (operation) {
      case "GetSecretValue" ->
        value(secrets.get(
            caller,
            request.required("SecretId", SECRET_ID),
            request.optional("VersionId", VERSION_ID),
            request.optional("VersionStage", STAGE)));
      case "PutSecretValue" -> put(caller, request);
      case "ListSecretVersionIds" ->
        page(secrets.list(
            caller,
            request.required("SecretId", SECRET_ID),
            request.flag("IncludeDeprecated"),
            request.integer("MaxResults", 1, 100),
            request.optional("NextToken", TOKEN)));
      case "DescribeSecret" ->
        described(secrets.describe(caller, request.required("SecretId", SECRET_ID)));
      default -> throw WireErrors.unknownOperation(operation);
    };
  }

  private ObjectNode put(Caller caller, Members request) {
    FoundVersion found = secrets.put(
        caller,
        request.required("SecretId", SECRET_ID),
        request.optional("ClientRequestToken", VERSION_ID),
        new Secret(request.required("SecretString", VALUE)));
    ObjectNode answer = version(found.version());
    answer.remove("CreatedDate");
    return answer.put("ARN", found.arn()).put("Name", found.name());
  }

  private static ObjectNode described(DescribedSecret secret) {
    ObjectNode answer = Json.object().put("ARN", secret.arn()).put("Name", secret.name());
    if (secret.kmsKeyId() != null) {
      answer.put("KmsKeyId", secret.kmsKeyId());
    }
    if (secret.deletedAt() != null) {
      answer.set("DeletedDate", Json.time(secret.deletedAt()));
    }
    ObjectNode versions = answer.putObject("VersionIdsToStages");
    for (SecretVersion each : secret.versions()) {
      if (!each.stages().isEmpty()) {
        ArrayNode stages = versions.putArray(each.id());
        each.stages().stream().sorted().forEach(stages::add);
      }
    }
    return answer;
  }

  private static ObjectNode value(FoundVersion found) {
    ObjectNode answer = version(found.version());
    answer.put("ARN", found.arn());
    answer.put("Name", found.name());
    answer.put("SecretString", found.version().value().value());
    return answer;
  }

  private static ObjectNode page(VersionPage page) {
    ObjectNode answer = Json.object();
    answer.put("ARN", page.arn());
    answer.put("Name", page.name());
    ArrayNode versions = answer.putArray("Versions");
    page.versions().forEach(each -> versions.add(version(each)));
    if (page.nextToken() != null) {
      answer.put("NextToken", page.nextToken());
    }
    return answer;
  }

  private static ObjectNode version(SecretVersion version) {
    ObjectNode answer = Json.object();
    answer.put("VersionId", version.id());
    ArrayNode stages = answer.putArray("VersionStages");
    version.stages().stream().sorted().forEach(stages::add);
    answer.set("CreatedDate", Json.time(version.created()));
    return answer;
  }
}
