package io.github.keymend.lab.kms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoreKeyTest extends KmsTest {
  private final String id = kms.addXksStore("archive");

  @ParameterizedTest
  @CsvSource({"ENABLED, UNAVAILABLE", "DISABLED, UNAVAILABLE", "PENDING_DELETION, PENDING_DELETION"
  })
  void aKeyFollowsItsStore(KeyState own, KeyState whileNotConnected) {
    // Given
    String key = kms.addKey(id, own);

    // Then
    assertThat(kms.keyState(key)).isEqualTo(whileNotConnected);
    connectAndWait(id);
    assertThat(kms.keyState(key)).isEqualTo(own);
    kms.disconnect(ALICE, id);
    assertThat(kms.keyState(key)).isEqualTo(whileNotConnected);
  }

  @Test
  void theKeysOfAFailedStoreAreUnavailable() {
    // Given
    String key = kms.addKey(id, KeyState.ENABLED);
    kms.faults(id).failConnects("INTERNAL_ERROR", 1);

    // When
    connectAndWait(id);

    // Then
    assertThat(kms.keyState(key)).isEqualTo(KeyState.UNAVAILABLE);
  }

  @Test
  void aStoreWithKeysCannotBeDeleted() {
    // Given
    kms.addKey(id, KeyState.DISABLED);

    // Then
    assertThat(answer(() -> kms.delete(ALICE, id))).isEqualTo("CustomKeyStoreHasCMKsException");
    assertThat(kms.keys(id)).hasSize(1);
  }
}
