package io.github.keymend.lab.kms;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keymend.lab.service.Secret;
import org.junit.jupiter.api.Test;

class CreateTest extends KmsTest {
  private static final Secret PASSWORD = new Secret("kmsPswd0");
  private static final Backing HSM = new HsmBacking("cluster-1234567890a", "PEM", PASSWORD);

  @Test
  void aNewStoreIsDisconnected() {
    // Given
    kms.backends().addCluster("cluster-1234567890a", new KmsUser(PASSWORD));

    // When
    String id = kms.create(ALICE, new CreateRequest("payments", HSM));

    // Then
    assertThat(id).matches("cks-[0-9a-f]{17}");
    assertThat(store(id).state()).isEqualTo(ConnectionState.DISCONNECTED);
  }

  @Test
  void creatingADisconnectedCloudHsmStoreOnceMoreAnswersItsId() {
    // Given
    kms.backends().addCluster("cluster-1234567890a", new KmsUser(PASSWORD));
    String id = kms.create(ALICE, new CreateRequest("payments", HSM));

    // Then
    assertThat(kms.create(ALICE, new CreateRequest("payments", HSM))).isEqualTo(id);
    assertThat(answer(() -> kms.create(ALICE, new CreateRequest("other", HSM))))
        .isEqualTo("CloudHsmClusterInUseException");
  }

  @Test
  void aClusterMustExist() {
    assertThat(answer(() -> kms.create(ALICE, new CreateRequest("payments", HSM))))
        .isEqualTo("CloudHsmClusterNotFoundException");
  }

  @Test
  void aPublicProxyIsAskedDuringTheCreation() {
    // Given
    String id = kms.addXksStore("archive");
    var xks = (XksBacking) store(id).backing();
    var wrong = new XksBacking(
        xks.connectivity(),
        xks.uriEndpoint(),
        "/b/kms/xks/v1",
        new XksCredential("WRONGWRONGWRONGWRONG", new Secret("w".repeat(43))),
        null,
        null);

    // Then
    assertThat(answer(() -> kms.create(ALICE, new CreateRequest("other", wrong))))
        .isEqualTo("XksProxyIncorrectAuthenticationCredentialException");
    assertThat(answer(() -> kms.create(ALICE, new CreateRequest("other", xks))))
        .isEqualTo("XksProxyUriInUseException");
  }

  @Test
  void namesAreUniqueAndThereAreTenStoresAtMost() {
    // Given
    for (int i = 0; i < 10; i++) {
      kms.addXksStore("store-" + i);
    }
    kms.backends().addCluster("cluster-1234567890a", new KmsUser(PASSWORD));

    // Then
    assertThat(answer(() -> kms.create(ALICE, new CreateRequest("store-3", HSM))))
        .isEqualTo("CustomKeyStoreNameInUseException");
    assertThat(answer(() -> kms.create(ALICE, new CreateRequest("payments", HSM))))
        .isEqualTo("LimitExceededException");
  }
}
