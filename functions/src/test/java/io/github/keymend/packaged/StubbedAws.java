package io.github.keymend.packaged;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** AWS as far as open and look call it: one store in KMS, and a table that keeps what is put into it. */
final class StubbedAws {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String STORES = """
      {"CustomKeyStores": [{
         "CustomKeyStoreId": "cks-1234567890abcdef0",
         "CustomKeyStoreName": "orders",
         "CustomKeyStoreType": "EXTERNAL_KEY_STORE",
         "ConnectionState": "FAILED",
         "ConnectionErrorCode": "XKS_PROXY_TIMED_OUT",
         "XksProxyConfiguration": {
           "Connectivity": "PUBLIC_ENDPOINT",
           "UriEndpoint": "https://xks.example.com",
           "UriPath": "/kms/xks/v1"}}],
       "Truncated": false}""";
  private final Map<String, JsonNode> rows = new ConcurrentHashMap<>();

  /** What AWS answers to a call. */
  String answer(String target, String body) throws IOException {
    JsonNode request = JSON.readTree(body);
    return switch (target) {
      case "TrentService.DescribeCustomKeyStores" -> STORES;
      case "DynamoDB_20120810.GetItem" -> {
        ObjectNode answer = JSON.createObjectNode();
        JsonNode row = rows.get(key(request.path("Key")));
        yield (row == null ? answer : answer.set("Item", row)).toString();
      }
      case "DynamoDB_20120810.TransactWriteItems" -> {
        for (JsonNode write : request.path("TransactItems")) {
          JsonNode row = write.path("Put").path("Item");
          rows.put(key(row), row);
        }
        yield "{}";
      }
      default -> throw new IOException("nobody expected a call of " + target);
    };
  }

  private static String key(JsonNode row) {
    return row.at("/pk/S").asText() + "/" + row.at("/sk/S").asText();
  }
}
