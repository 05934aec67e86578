package io.github.keymend.lab.door;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keymend.lab.account.AccountKeys;
import io.github.keymend.lab.account.Ailment;
import io.github.keymend.lab.account.SimulatedAccount;
import io.github.keymend.lab.service.Caller;
import io.github.keymend.lab.service.ServiceError;

/**
 * Amazon DynamoDB on the wire, of the table itself and never of an item: incidents live in memory here; DynamoDB API
 * reference, DescribeTable.
 */
final class TableJson implements JsonService {
  private static final Shape NAME = Shape.text(1, 1024);

  private final SimulatedAccount account;
  private final AccountCalls calls;

  TableJson(SimulatedAccount account, AccountCalls calls) {
    this.account = account;
    this.calls = calls;
  }

  @Override
  public String targetPrefix() {
    return "DynamoDB_20120810";
  }

  @Override
  public String jsonVersion() {
    return "1.0";
  }

  @Override
  public JsonNode call(Caller caller, String operation, Members request) {
    if (!operation.equals("DescribeTable")) {
      throw WireErrors.unknownOperation(operation);
    }
    String name = request.required("TableName", NAME);
    return calls.pass(caller, "dynamodb", operation, name, () -> table(name));
  }

  private ObjectNode table(String name) {
    if (account.stack().flatMap(each -> each.part("AWS::DynamoDB::Table", name)).isEmpty()) {
      throw ServiceError.refusal(
          "ResourceNotFoundException",
          "Requested resource not found: Table: " + name + " not found");
    }
    ObjectNode answer = Json.object();
    ObjectNode table =
        answer.putObject("Table").put("TableName", name).put("TableStatus", "ACTIVE");
    boolean inStore = account.ailments().has(Ailment.TABLE_KEY_IN_STORE);
    if (inStore || account.ailments().has(Ailment.TABLE_KEY_DISABLED)) {
      table
          .putObject("SSEDescription")
          .put("Status", "ENABLED")
          .put("SSEType", "KMS")
          .put("KMSMasterKeyArn", (inStore ? AccountKeys.IN_STORE : AccountKeys.DISABLED).arn());
    }
    return answer;
  }
}
