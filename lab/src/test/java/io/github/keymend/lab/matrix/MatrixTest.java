package io.github.keymend.lab.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keymend.lab.door.WireResponse;
import io.github.keymend.lab.kms.ConnectionState;
import io.github.keymend.lab.kms.KmsErrors;
import io.github.keymend.lab.kms.StoreView;
import io.github.keymend.lab.service.CallFault;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** docs/lab/matrix.md, cell by cell, on the wire of the in-process door. */
class MatrixTest {
  private static final String FILE = "docs/lab/matrix.md";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern TIMES = Pattern.compile("(.)\\*(\\d+)");
  private static final List<String> STATES =
      List.of("DISCONNECTED", "CONNECTING", "CONNECTED", "FAILED", "DISCONNECTING");

  @TestFactory
  Stream<DynamicTest> operations_and_states() {
    MarkdownTable table = MarkdownTable.below(FILE, "## Operations and connection states");
    assertThat(table.head().subList(4, 9)).isEqualTo(STATES);
    return table.rows().stream()
        .flatMap(row -> IntStream.range(4, 10).mapToObj(column -> {
          String name = row.get(0) + " (" + row.get(1) + ") on " + table.head().get(column) + ": "
              + row.get(column);
          return DynamicTest.dynamicTest(
              name, () -> cell(row, table.head().get(column), row.get(column)));
        }));
  }

  private static void cell(List<String> row, String state, String expected)
      throws JsonProcessingException {
    // Given
    var stage = new MatrixStage();
    String id = row.get(1).equals("hsm") ? stage.hsm : stage.xks;
    stage.bind("$id", id);
    stage.bind("$own", stage.view(id).name());
    if (row.get(1).equals("vpc")) {
      assertThat(MatrixStage.answer(stage.call("UpdateCustomKeyStore", VPC))).isEqualTo("200");
    }
    if (row.get(3).contains("$key") || row.get(0).contains("with a key")) {
      stage.bindKey(id);
    }
    if (state.equals("unknown")) {
      stage.bind("$id", "cks-00000000000000000");
      stage.bind("$own", "nobody");
      stage.bind("$key", "00000000-0000-0000-0000-000000000000");
    } else {
      ConnectionState wanted = ConnectionState.valueOf(state);
      String code = wanted == ConnectionState.FAILED ? "NETWORK_ERRORS" : null;
      stage.aws.kms().bring(id, wanted, code);
    }

    // When
    WireResponse response = stage.call(row.get(2), row.get(3));

    // Then
    String[] parts = expected.split(" ", -1);
    assertThat(MatrixStage.answer(response)).isEqualTo(parts[0]);
    String after = parts.length > 1 ? parts[1] : state;
    if (!state.equals("unknown")) {
      String shown =
          stage.aws.kms().store(id).map(StoreView::state).map(Enum::name).orElse("gone");
      assertThat(shown).isEqualTo(after);
    }
    if (parts[0].equals("KMSInvalidStateException")) {
      assertThat(MatrixStage.body(response)).contains("is unavailable.");
    }
  }

  @TestFactory
  Stream<DynamicTest> declared_exceptions() {
    return MarkdownTable.below(FILE, "## Declared exceptions").rows().stream()
        .map(row -> DynamicTest.dynamicTest(String.join(" ", row), () -> {
          // Given
          var stage = new MatrixStage();
          stage.bindKey(stage.hsm);
          stage.bind("$id", stage.hsm);
          stage
              .aws
              .kms()
              .callFaults()
              .next(row.get(0), CallFault.before(KmsErrors.named(row.get(1))));

          // When
          WireResponse response = stage.call(row.get(0), request(row.get(0)));

          // Then
          assertThat(MatrixStage.answer(response)).isEqualTo(row.get(1));
          assertThat(response.status()).isEqualTo(Integer.parseInt(row.get(2)));
        }));
  }

  /** A request that passes the check of its form. */
  private static String request(String operation) {
    return switch (operation) {
      case "CreateCustomKeyStore" ->
        "{\"CustomKeyStoreName\":\"n\",\"CloudHsmClusterId\":\"$cluster\",\"TrustAnchorCertificate\":\"PEM\",\"KeyStorePassword\":\"kmsPswd22\"}";
      case "CreateKey" -> "{\"CustomKeyStoreId\":\"$id\",\"Origin\":\"AWS_CLOUDHSM\"}";
      case "Encrypt" -> "{\"KeyId\":\"$key\",\"Plaintext\":\"c2VjcmV0\"}";
      case "Decrypt" -> "{\"CiphertextBlob\":\"$blob\"}";
      case "GenerateRandom" -> "{\"NumberOfBytes\":8}";
      default -> "{\"CustomKeyStoreId\":\"$id\"}";
    };
  }

  @TestFactory
  Stream<DynamicTest> fields() {
    return MarkdownTable.below(FILE, "## Fields").rows().stream().map(row -> {
      String name = row.get(0) + " " + row.get(1) + " = " + row.get(3) + ": " + row.get(4);
      return DynamicTest.dynamicTest(name, () -> {
        // Given
        var stage = new MatrixStage();
        if (row.get(0).equals("CreateKey")) {
          stage.aws.kms().bring(stage.hsm, ConnectionState.CONNECTED, null);
          stage.aws.kms().bring(stage.xks, ConnectionState.CONNECTED, null);
        }
        if (row.get(1).equals("XksProxyVpcEndpointServiceName")
            || row.get(1).equals("XksProxyVpcEndpointServiceOwner")) {
          stage.call("UpdateCustomKeyStore", VPC);
        }
        ObjectNode request = (ObjectNode) JSON.readTree(row.get(2));
        if (row.get(3).equals("null")) {
          request.remove(row.get(1));
        } else {
          request.set(row.get(1), JSON.readTree(expanded(row.get(3))));
        }

        // When
        WireResponse response = stage.call(row.get(0), request.toString());

        // Then
        assertThat(MatrixStage.answer(response)).isEqualTo(row.get(4));
      });
    });
  }

  private static final String VPC = "{\"CustomKeyStoreId\":\"$xks\","
      + "\"XksProxyConnectivity\":\"VPC_ENDPOINT_SERVICE\",\"XksProxyUriEndpoint\":\"$endpoint\","
      + "\"XksProxyVpcEndpointServiceName\":\"com.amazonaws.vpce.us-east-1.vpce-svc-00\"}";

  /** Writes {@code x*65} out. */
  private static String expanded(String value) {
    Matcher times = TIMES.matcher(value);
    return times.replaceAll(
        found -> Matcher.quoteReplacement(found.group(1).repeat(Integer.parseInt(found.group(2)))));
  }
}
