package io.github.keymend.lab.matrix;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.keymend.lab.clock.Timeline;
import io.github.keymend.lab.clock.VirtualClock;
import io.github.keymend.lab.door.ExecutionsOfNobody;
import io.github.keymend.lab.door.SimulatedAws;
import io.github.keymend.lab.door.WireRequest;
import io.github.keymend.lab.door.WireResponse;
import io.github.keymend.lab.kms.ConnectionState;
import io.github.keymend.lab.kms.KeyState;
import io.github.keymend.lab.kms.KmsUser;
import io.github.keymend.lab.kms.StoreView;
import io.github.keymend.lab.kms.XksBacking;
import io.github.keymend.lab.kms.XksCredential;
import io.github.keymend.lab.kms.XksProxy;
import io.github.keymend.lab.service.Caller;
import io.github.keymend.lab.service.Secret;
import java.util.HashMap;
import java.util.Map;

/** A simulated AWS for one cell: a store of each type, and what the placeholders of the table stand for. */
final class MatrixStage {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final XksCredential OTHER =
      new XksCredential("NEWNEWNEWNEWNEWNEWNE", new Secret("n".repeat(43)));
  final SimulatedAws aws =
      new SimulatedAws(new Timeline(new VirtualClock()), new ExecutionsOfNobody());
  final String hsm = aws.kms().addCloudHsmStore("payments");
  final String xks = aws.kms().addXksStore("archive");
  private final Map<String, String> placeholders = new HashMap<>();

  MatrixStage() {
    placeholders.put("$name", "another");
    placeholders.put("$cluster", "cluster-otherAAAAAA");
    placeholders.put("$endpoint", "https://other.example.com");
    placeholders.put("$hsm", hsm);
    placeholders.put("$xks", xks);
    aws.kms().backends().addCluster("cluster-otherAAAAAA", new KmsUser(new Secret("kmsPswd9")));
    var held = ((XksBacking) view(xks).backing()).credential();
    var elsewhere = new XksProxy("https://other.example.com", held);
    elsewhere.accept(OTHER);
    aws.kms().backends().addProxy(elsewhere);
    aws.kms().proxy(xks).accept(OTHER);
  }

  StoreView view(String id) {
    return aws.kms().store(id).orElseThrow();
  }

  void bind(String placeholder, String value) {
    placeholders.put(placeholder, value);
  }

  /** Adds a key to a connected store, and something that is encrypted under it. */
  void bindKey(String id) throws JsonProcessingException {
    aws.kms().bring(id, ConnectionState.CONNECTED, null);
    bind("$key", aws.kms().addKey(id, KeyState.ENABLED));
    JsonNode encrypted =
        JSON.readTree(body(call("Encrypt", "{\"KeyId\":\"$key\",\"Plaintext\":\"c2VjcmV0\"}")));
    bind("$blob", encrypted.path("CiphertextBlob").asText());
  }

  WireResponse call(String operation, String request) {
    String filled = request;
    for (Map.Entry<String, String> each : placeholders.entrySet()) {
      filled = filled.replace(each.getKey(), each.getValue());
    }
    return aws.router()
        .route(
            Caller.user("alice"),
            new WireRequest(
                Map.of("X-Amz-Target", "TrentService." + operation), filled.getBytes(UTF_8)));
  }

  /** {@code 200}, or the type of the error. */
  static String answer(WireResponse response) throws JsonProcessingException {
    return response.status() == 200
        ? "200"
        : JSON.readTree(body(response)).path("__type").asText();
  }

  static String body(WireResponse response) {
    return new String(response.body(), UTF_8);
  }
}
