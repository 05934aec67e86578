package io.github.keymend.domain.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keymend.domain.Story;
import io.github.keymend.domain.store.ConnectionState;
import org.junit.jupiter.api.Test;

/** The versions of a named secret are listed only where the diagnosis depends on them. */
class SecretIsAskedForTest {
  @Test
  void whereTheCredentialIsTheCause() {
    // Given
    Story story = Story.external().seesFailedTwice("INVALID_CREDENTIALS");
    story.decides();

    // Then
    assertThat(Diagnose.asksForSecret(story.item())).isTrue();
  }

  @Test
  void whereTheGuardIsShutWhateverTheCauseIsNow() {
    // Given a log-in was rejected before, and the last connect failed for another cause
    Story hsm = Story.cloudHsm().repair("repair-1").seesFailedTwice("INVALID_CREDENTIALS");
    hsm.decides();
    hsm.minutes(1).seesFailedTwice("INTERNAL_ERROR").decides();

    // Then
    assertThat(Diagnose.asksForSecret(hsm.item())).isTrue();
  }

  @Test
  void nowhereElse() {
    // Given
    Story external = Story.external().seesFailedTwice("INTERNAL_ERROR");
    external.decides();
    Story hsm = Story.cloudHsm().seesFailedTwice("INTERNAL_ERROR");
    hsm.decides();
    Story quiet = Story.cloudHsm().sees(ConnectionState.CONNECTED);

    // Then
    assertThat(Diagnose.asksForSecret(external.item())).isFalse();
    assertThat(Diagnose.asksForSecret(hsm.item())).isFalse();
    assertThat(Diagnose.asksForSecret(quiet.item())).isFalse();
  }
}
