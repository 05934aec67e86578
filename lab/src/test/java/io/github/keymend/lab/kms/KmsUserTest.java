package io.github.keymend.lab.kms;

import static io.github.keymend.lab.kms.ConnectionState.CONNECTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.keymend.lab.service.Secret;
import org.junit.jupiter.api.Test;

class KmsUserTest extends KmsTest {
  private static final Secret CHANGED = new Secret("changedByAdmin1");

  private final String id = kms.addCloudHsmStore("payments");

  @Test
  void everySuccessfulConnectRotatesThePassword() {
    // Given
    Secret before = kms.heldPassword(id);

    // When
    connectAndWait(id);

    // Then
    assertThat(kms.heldPassword(id)).isNotEqualTo(before);
    assertThat(kms.kmsUser(id).hasPassword(kms.heldPassword(id))).isTrue();
    assertThat(kms.kmsUser(id).session()).isEqualTo(KmsUser.Session.KMS);
  }

  @Test
  void aPasswordThatKmsDoesNotKnowFailsTheConnectAndCountsALogIn() {
    // Given
    kms.kmsUser(id).changePassword(CHANGED);

    // When
    connectAndWait(id);

    // Then
    assertThat(store(id).errorCode()).isEqualTo("INVALID_CREDENTIALS");
    assertThat(kms.kmsUser(id).failedLogIns()).isEqualTo(1);
  }

  @Test
  void theRightPasswordGivenByUpdateConnectsAndClearsTheCount() {
    // Given
    kms.kmsUser(id).changePassword(CHANGED);
    connectAndWait(id);
    disconnectAndWait(id);

    // When
    kms.update(ALICE, UpdateRequest.password(id, CHANGED));
    connectAndWait(id);

    // Then
    assertThat(store(id).state()).isEqualTo(CONNECTED);
    assertThat(kms.kmsUser(id).failedLogIns()).isZero();
  }

  @Test
  void fiveWrongPasswordsLockTheUser() {
    // Given
    kms.kmsUser(id).changePassword(CHANGED);
    for (int attempt = 0; attempt < 5; attempt++) {
      connectAndWait(id);
      assertThat(store(id).errorCode()).isEqualTo("INVALID_CREDENTIALS");
      disconnectAndWait(id);
    }

    // When
    kms.update(ALICE, UpdateRequest.password(id, CHANGED));
    connectAndWait(id);

    // Then
    assertThat(kms.kmsUser(id).isLocked()).isTrue();
    assertThat(store(id).errorCode()).isEqualTo("USER_LOCKED_OUT");
  }

  @Test
  void anAdminsChangeOfPasswordUnlocks() {
    // Given
    kms.use(Switches.DEFAULT.withLogInsPerConnect(5));
    kms.kmsUser(id).changePassword(CHANGED);
    connectAndWait(id);
    assertThat(kms.kmsUser(id).isLocked()).isTrue();
    disconnectAndWait(id);

    // When
    kms.kmsUser(id).changePassword(new Secret("changedAgain22"));
    kms.update(ALICE, UpdateRequest.password(id, new Secret("changedAgain22")));
    connectAndWait(id);

    // Then
    assertThat(store(id).state()).isEqualTo(CONNECTED);
  }

  @Test
  void oneConnectMayLogInSeveralTimes() {
    // Given
    kms.use(Switches.DEFAULT.withLogInsPerConnect(3));
    kms.kmsUser(id).changePassword(CHANGED);

    // When
    connectAndWait(id);

    // Then
    assertThat(kms.kmsUser(id).failedLogIns()).isEqualTo(3);
  }

  @Test
  void anInjectedRejectionCountsALogInToo() {
    // Given
    kms.faults(id).failConnects("INVALID_CREDENTIALS", 1);

    // When
    connectAndWait(id);

    // Then
    assertThat(kms.kmsUser(id).failedLogIns()).isEqualTo(1);
  }

  @Test
  void aPersonLoggedInAsKmsuserKeepsKmsOut() {
    // Given
    kms.kmsUser(id).personLogsIn();
    connectAndWait(id);
    assertThat(store(id).errorCode()).isEqualTo("USER_LOGGED_IN");
    disconnectAndWait(id);

    // When
    kms.kmsUser(id).personLogsOut();
    connectAndWait(id);

    // Then
    assertThat(store(id).state()).isEqualTo(CONNECTED);
  }

  @Test
  void whileKmsIsLoggedInNobodyChangesThePassword() {
    // Given
    connectAndWait(id);

    // Then
    assertThatThrownBy(() -> kms.kmsUser(id).changePassword(CHANGED))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("KMS is logged in");
    disconnectAndWait(id);
    kms.kmsUser(id).changePassword(CHANGED);
  }

  @Test
  void aDeletedUserIsNotFound() {
    // Given
    kms.kmsUser(id).delete();

    // When
    connectAndWait(id);

    // Then
    assertThat(store(id).errorCode()).isEqualTo("USER_NOT_FOUND");
  }

  @Test
  void aDeletedClusterIsNotFound() {
    // Given
    kms.backends().removeCluster(((HsmBacking) store(id).backing()).clusterId());

    // When
    connectAndWait(id);

    // Then
    assertThat(store(id).errorCode()).isEqualTo("CLUSTER_NOT_FOUND");
  }
}
