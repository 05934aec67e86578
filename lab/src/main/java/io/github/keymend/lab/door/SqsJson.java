package io.github.keymend.lab.door;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keymend.lab.account.Ailment;
import io.github.keymend.lab.account.SimulatedAccount;
import io.github.keymend.lab.service.Caller;
import io.github.keymend.lab.service.ServiceError;

/** Amazon SQS on the wire: the attributes of the dead-letter queue; SQS API reference, GetQueueAttributes. */
final class SqsJson implements JsonService {
  private static final Shape URL = Shape.text(1, 2048);

  private final SimulatedAccount account;
  private final AccountCalls calls;

  SqsJson(SimulatedAccount account, AccountCalls calls) {
    this.account = account;
    this.calls = calls;
  }

  @Override
  public String targetPrefix() {
    return "AmazonSQS";
  }

  @Override
  public String jsonVersion() {
    return "1.0";
  }

  @Override
  public JsonNode call(Caller caller, String operation, Members request) {
    if (!operation.equals("GetQueueAttributes")) {
      throw WireErrors.unknownOperation(operation);
    }
    String url = request.required("QueueUrl", URL);
    return calls.pass(caller, "sqs", operation, url, () -> attributes(url));
  }

  private ObjectNode attributes(String url) {
    if (account.stack().flatMap(each -> each.part("AWS::SQS::Queue", url)).isEmpty()) {
      throw ServiceError.refusal(
          "com.amazonaws.sqs#QueueDoesNotExist", "The specified queue does not exist.");
    }
    boolean waiting = account.ailments().has(Ailment.DEAD_LETTERS_WAITING);
    ObjectNode answer = Json.object();
    answer
        .putObject("Attributes")
        .put("ApproximateNumberOfMessages", waiting ? "2" : "0")
        .put("SqsManagedSseEnabled", "true");
    return answer;
  }
}
