package io.github.keymend.lab.kms;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keymend.lab.kms.XksBacking.Connectivity;
import io.github.keymend.lab.service.CallFault;
import io.github.keymend.lab.service.Secret;
import org.junit.jupiter.api.Test;

class XksCredentialTest extends KmsTest {
  private static final XksCredential OTHER =
      new XksCredential("NEWNEWNEWNEWNEWNEWNE", new Secret("n".repeat(43)));
  private static final String SERVICE = "com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0";

  private final String id = kms.addXksStore("archive");

  @Test
  void aCredentialThatTheProxyRejectsFailsTheConnect() {
    // Given
    kms.proxy(id).acceptOnly(OTHER);

    // When
    connectAndWait(id);

    // Then
    assertThat(store(id).errorCode()).isEqualTo("INVALID_CREDENTIALS");
  }

  @Test
  void anUpdateWithAWrongCredentialIsRefusedAndChangesNothing() {
    // Given
    Backing before = store(id).backing();

    // When
    String got = answer(() -> kms.update(ALICE, UpdateRequest.credential(id, OTHER)));

    // Then
    assertThat(got).isEqualTo("XksProxyIncorrectAuthenticationCredentialException");
    assertThat(store(id).backing()).isEqualTo(before);
  }

  @Test
  void anUpdateWithTheRightCredentialMendsTheStore() {
    // Given
    kms.proxy(id).acceptOnly(OTHER);

    // When
    kms.update(ALICE, UpdateRequest.credential(id, OTHER));
    connectAndWait(id);

    // Then
    assertThat(store(id).state()).isEqualTo(ConnectionState.CONNECTED);
  }

  @Test
  void everyOtherUpdateExceptionCanBeInjected() {
    // Given
    kms.callFaults()
        .next(
            "UpdateCustomKeyStore",
            CallFault.before(KmsErrors.named("XksProxyUriUnreachableException")));

    // When
    String got = answer(() -> kms.update(ALICE, UpdateRequest.uriPath(id, "/v2/kms/xks/v1")));

    // Then
    assertThat(got).isEqualTo("XksProxyUriUnreachableException");
  }

  @Test
  void aProxyThatIsGoneIsNotReachable() {
    // Given
    kms.backends().removeProxy(kms.proxy(id).uriEndpoint());

    // When
    connectAndWait(id);

    // Then
    assertThat(store(id).errorCode()).isEqualTo("XKS_PROXY_NOT_REACHABLE");
  }

  @Test
  void theOwnerOfAVpcEndpointServiceIsTheCallersAccountUnlessGiven() {
    // Given
    String endpoint = kms.proxy(id).uriEndpoint();
    var toVpc = new UpdateRequest(
        id,
        null,
        null,
        null,
        null,
        null,
        endpoint,
        Connectivity.VPC_ENDPOINT_SERVICE,
        SERVICE,
        null);

    // When
    kms.update(ALICE, toVpc);

    // Then
    var xks = (XksBacking) store(id).backing();
    assertThat(xks.serviceName()).isEqualTo(SERVICE);
    assertThat(xks.serviceOwner()).isEqualTo("111122223333");
  }

  @Test
  void aPasswordForAnExternalStoreIsNotValid() {
    assertThat(answer(() -> kms.update(ALICE, UpdateRequest.password(id, new Secret("password1")))))
        .isEqualTo("ValidationException");
  }

  @Test
  void theProbeOfADisconnectedVpcStoreMayBeLeftOut() {
    // Given
    kms.use(Switches.DEFAULT.withProbeDisconnectedVpc(false));
    var held = ((XksBacking) store(id).backing()).credential();
    String vpc = kms.addStore(
        "vault",
        new XksBacking(
            Connectivity.VPC_ENDPOINT_SERVICE,
            "https://vpc.example.com",
            "/kms/xks/v1",
            held,
            SERVICE,
            "111122223333"));

    // When
    String got = answer(() -> kms.update(ALICE, UpdateRequest.credential(vpc, OTHER)));

    // Then
    assertThat(got).isEqualTo("ok");
  }
}
