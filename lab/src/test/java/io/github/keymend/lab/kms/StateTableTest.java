package io.github.keymend.lab.kms;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keymend.lab.service.Secret;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Which operation is valid in which state: the table, cell by cell, as the text of CustomKeyStoreInvalidStateException and
 * the operations of the KMS API reference give it. A cell is the answer and the state that the store has afterwards.
 */
class StateTableTest extends KmsTest {
  private static final String INVALID = "CustomKeyStoreInvalidStateException";

  @ParameterizedTest(name = "{0} {1} on {2}: {3}, then {4}")
  @CsvSource(textBlock = """
      Connect,     AWS_CLOUDHSM,       DISCONNECTED,  ok,  CONNECTING
      Connect,     AWS_CLOUDHSM,       CONNECTING,    ok,  CONNECTING
      Connect,     AWS_CLOUDHSM,       CONNECTED,     ok,  CONNECTED
      Connect,     AWS_CLOUDHSM,       FAILED,        ISE, FAILED
      Connect,     AWS_CLOUDHSM,       DISCONNECTING, ISE, DISCONNECTING
      Disconnect,  AWS_CLOUDHSM,       DISCONNECTED,  ISE, DISCONNECTED
      Disconnect,  AWS_CLOUDHSM,       CONNECTING,    ok,  DISCONNECTING
      Disconnect,  AWS_CLOUDHSM,       CONNECTED,     ok,  DISCONNECTING
      Disconnect,  AWS_CLOUDHSM,       FAILED,        ok,  DISCONNECTING
      Disconnect,  AWS_CLOUDHSM,       DISCONNECTING, ISE, DISCONNECTING
      Name,        AWS_CLOUDHSM,       DISCONNECTED,  ok,  DISCONNECTED
      Name,        AWS_CLOUDHSM,       CONNECTING,    ISE, CONNECTING
      Name,        AWS_CLOUDHSM,       CONNECTED,     ok,  CONNECTED
      Name,        AWS_CLOUDHSM,       FAILED,        ISE, FAILED
      Name,        AWS_CLOUDHSM,       DISCONNECTING, ISE, DISCONNECTING
      Password,    AWS_CLOUDHSM,       DISCONNECTED,  ok,  DISCONNECTED
      Password,    AWS_CLOUDHSM,       CONNECTING,    ISE, CONNECTING
      Password,    AWS_CLOUDHSM,       CONNECTED,     ISE, CONNECTED
      Password,    AWS_CLOUDHSM,       FAILED,        ISE, FAILED
      Password,    AWS_CLOUDHSM,       DISCONNECTING, ISE, DISCONNECTING
      Delete,      AWS_CLOUDHSM,       DISCONNECTED,  ok,  gone
      Delete,      AWS_CLOUDHSM,       CONNECTING,    ISE, CONNECTING
      Delete,      AWS_CLOUDHSM,       CONNECTED,     ISE, CONNECTED
      Delete,      AWS_CLOUDHSM,       FAILED,        ISE, FAILED
      Delete,      AWS_CLOUDHSM,       DISCONNECTING, ISE, DISCONNECTING
      Describe,    AWS_CLOUDHSM,       DISCONNECTED,  ok,  DISCONNECTED
      Describe,    AWS_CLOUDHSM,       CONNECTING,    ok,  CONNECTING
      Describe,    AWS_CLOUDHSM,       CONNECTED,     ok,  CONNECTED
      Describe,    AWS_CLOUDHSM,       FAILED,        ok,  FAILED
      Describe,    AWS_CLOUDHSM,       DISCONNECTING, ok,  DISCONNECTING
      Connect,     EXTERNAL_KEY_STORE, DISCONNECTED,  ok,  CONNECTING
      Connect,     EXTERNAL_KEY_STORE, FAILED,        ISE, FAILED
      Connect,     EXTERNAL_KEY_STORE, DISCONNECTING, ISE, DISCONNECTING
      Disconnect,  EXTERNAL_KEY_STORE, DISCONNECTED,  ISE, DISCONNECTED
      Disconnect,  EXTERNAL_KEY_STORE, CONNECTING,    ok,  DISCONNECTING
      Disconnect,  EXTERNAL_KEY_STORE, CONNECTED,     ok,  DISCONNECTING
      Disconnect,  EXTERNAL_KEY_STORE, FAILED,        ok,  DISCONNECTING
      Disconnect,  EXTERNAL_KEY_STORE, DISCONNECTING, ISE, DISCONNECTING
      Credential,  EXTERNAL_KEY_STORE, DISCONNECTED,  ok,  DISCONNECTED
      Credential,  EXTERNAL_KEY_STORE, CONNECTING,    ISE, CONNECTING
      Credential,  EXTERNAL_KEY_STORE, CONNECTED,     ok,  CONNECTED
      Credential,  EXTERNAL_KEY_STORE, FAILED,        ISE, FAILED
      Credential,  EXTERNAL_KEY_STORE, DISCONNECTING, ISE, DISCONNECTING
      UriPath,     EXTERNAL_KEY_STORE, DISCONNECTED,  ok,  DISCONNECTED
      UriPath,     EXTERNAL_KEY_STORE, CONNECTING,    ISE, CONNECTING
      UriPath,     EXTERNAL_KEY_STORE, CONNECTED,     ok,  CONNECTED
      UriPath,     EXTERNAL_KEY_STORE, FAILED,        ISE, FAILED
      UriPath,     EXTERNAL_KEY_STORE, DISCONNECTING, ISE, DISCONNECTING
      UriEndpoint, EXTERNAL_KEY_STORE, DISCONNECTED,  ok,  DISCONNECTED
      UriEndpoint, EXTERNAL_KEY_STORE, CONNECTING,    ISE, CONNECTING
      UriEndpoint, EXTERNAL_KEY_STORE, CONNECTED,     ISE, CONNECTED
      UriEndpoint, EXTERNAL_KEY_STORE, FAILED,        ISE, FAILED
      UriEndpoint, EXTERNAL_KEY_STORE, DISCONNECTING, ISE, DISCONNECTING
      """)
  void everyCellOfTheTable(
      String operation, StoreType type, ConnectionState before, String answer, String after) {
    // Given
    String id = type == StoreType.AWS_CLOUDHSM
        ? kms.addCloudHsmStore("payments")
        : kms.addXksStore("payments");
    bring(id, before);

    // When
    String got = answer(() -> call(operation, id));

    // Then
    assertThat(got).isEqualTo(answer.equals("ISE") ? INVALID : answer);
    assertThat(kms.store(id).map(view -> view.state().name()).orElse("gone")).isEqualTo(after);
  }

  @ParameterizedTest
  @CsvSource({
    "Connect",
    "Disconnect",
    "Name",
    "Password",
    "Credential",
    "UriPath",
    "Delete",
    "Describe"
  })
  void anUnknownIdIsNotFound(String operation) {
    assertThat(answer(() -> call(operation, "cks-00000000000000000")))
        .isEqualTo("CustomKeyStoreNotFoundException");
  }

  private void bring(String id, ConnectionState state) {
    switch (state) {
      case DISCONNECTED -> {}
      case CONNECTING -> kms.connect(ALICE, id);
      case CONNECTED -> connectAndWait(id);
      case FAILED -> {
        kms.faults(id).failConnects("NETWORK_ERRORS", 1);
        connectAndWait(id);
      }
      case DISCONNECTING -> {
        connectAndWait(id);
        kms.disconnect(ALICE, id);
      }
    }
    assertThat(store(id).state()).isEqualTo(state);
  }

  private void call(String operation, String id) {
    switch (operation) {
      case "Connect" -> kms.connect(ALICE, id);
      case "Disconnect" -> kms.disconnect(ALICE, id);
      case "Delete" -> kms.delete(ALICE, id);
      case "Describe" ->
        assertThat(kms.describe(ALICE, DescribeRequest.id(id)).stores()).hasSize(1);
      case "Name" -> kms.update(ALICE, UpdateRequest.name(id, "other"));
      case "Password" -> kms.update(ALICE, UpdateRequest.password(id, new Secret("changed1")));
      case "Credential" -> kms.update(ALICE, UpdateRequest.credential(id, newCredential(id)));
      case "UriPath" -> kms.update(ALICE, UpdateRequest.uriPath(id, "/v2/kms/xks/v1"));
      case "UriEndpoint" -> kms.update(ALICE, UpdateRequest.uriEndpoint(id, newEndpoint(id)));
      default -> throw new IllegalArgumentException(operation);
    }
  }

  private XksCredential newCredential(String id) {
    var credential = new XksCredential("NEWNEWNEWNEWNEWNEWNE", new Secret("n".repeat(43)));
    kms.store(id).ifPresent(known -> kms.proxy(id).accept(credential));
    return credential;
  }

  private String newEndpoint(String id) {
    var held = ((XksBacking) store(id).backing()).credential();
    kms.backends().addProxy(new XksProxy("https://new.example.com", held));
    return "https://new.example.com";
  }
}
