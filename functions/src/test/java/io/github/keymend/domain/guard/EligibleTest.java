package io.github.keymend.domain.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keymend.domain.Story;
import io.github.keymend.domain.people.Trigger.Call;
import io.github.keymend.domain.store.ConnectionState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which version of a secret may be given to KMS: by its creation date, not by its label, and each one once. */
class EligibleTest {
  private static final Instant T = Story.START;
  private final Story hsm = Story.cloudHsm();

  @Test
  void aVersionMadeAfterTheLastConnectedIsEligible() {
    // Given KMS rotates the password at each connect
    hsm.sees(ConnectionState.CONNECTED)
        .minutes(30)
        .seesFailedTwice("INVALID_CREDENTIALS")
        .decides();

    // Then
    assertThat(eligible(hsm, version("old", Duration.ZERO))).isNull();
    assertThat(eligible(hsm, version("new", Duration.ofSeconds(1)))).isEqualTo("new");
  }

  @Test
  void whereNoConnectedWasSeenOneMadeAfterTheFirstFailedIs() {
    // Given
    hsm.seesFailedTwice("NETWORK_ERRORS").decides();
    hsm.foreign(Call.CONNECT).minutes(20).seesFailedTwice("INVALID_CREDENTIALS").decides();

    // Then
    assertThat(eligible(hsm, version("old", Duration.ZERO))).isNull();
    assertThat(eligible(hsm, version("between", Duration.ofMinutes(1)))).isEqualTo("between");
  }

  @Test
  void whereNeitherWasSeenNoneIs() {
    // Then
    assertThat(eligible(hsm, version("any", Duration.ofDays(1)))).isNull();
  }

  @Test
  void theNewestIsTakenWhateverItsLabel() {
    // Given a person moved the label back
    hsm.seesFailedTwice("INVALID_CREDENTIALS").decides();
    SecretVersion labelled = new SecretVersion("labelled", T.plusSeconds(60), true);
    SecretVersion newest = new SecretVersion("newest", T.plusSeconds(120), false);

    // Then
    assertThat(eligible(hsm, labelled, newest)).isEqualTo("newest");
  }

  @Test
  void aTriedVersionIsNot() {
    // Given
    hsm.seesFailedTwice("INVALID_CREDENTIALS").decides();
    hsm.remembers(hsm.item().withGuard(hsm.item().guard().tried("v2")));

    // Then
    assertThat(eligible(
            hsm, version("v1", Duration.ofMinutes(1)), version("v2", Duration.ofMinutes(2))))
        .isEqualTo("v1");
  }

  @Test
  void forALockedUserOnlyOneMadeAfterTheLockWasSeenIs() {
    // Given only a change of the password unlocks
    hsm.sees(ConnectionState.CONNECTED)
        .minutes(30)
        .seesFailedTwice("USER_LOCKED_OUT")
        .decides();

    // Then
    assertThat(eligible(hsm, version("before", Duration.ofMinutes(29)))).isNull();
    assertThat(eligible(hsm, version("after", Duration.ofMinutes(31)))).isEqualTo("after");
  }

  @Test
  void theLockIsRememberedWhenADisconnectHasTakenTheCodeAway() {
    // Given
    hsm.sees(ConnectionState.CONNECTED)
        .minutes(30)
        .seesFailedTwice("USER_LOCKED_OUT")
        .decides();
    hsm.foreign(Call.DISCONNECT).seconds(5).sees(ConnectionState.DISCONNECTED);

    // Then
    assertThat(eligible(hsm, version("before", Duration.ofMinutes(29)))).isNull();
    assertThat(eligible(hsm, version("after", Duration.ofMinutes(31)))).isEqualTo("after");
  }

  @Test
  void forAnExternalStoreTheCurrentVersionIsIfUntried() {
    // Given its credential does not change at a connect
    Story xks = Story.external().seesFailedTwice("INVALID_CREDENTIALS");
    SecretVersion previous = new SecretVersion("previous", T.minusSeconds(60), false);
    SecretVersion current = new SecretVersion("current", T.minusSeconds(120), true);

    // Then
    assertThat(eligible(xks, previous, current)).isEqualTo("current");
    xks.remembers(xks.item().withGuard(xks.item().guard().tried("current")));
    assertThat(eligible(xks, previous, current)).isNull();
  }

  private static @Nullable String eligible(Story story, SecretVersion... versions) {
    SecretVersion version = Eligible.of(story.item(), List.of(versions));
    return version == null ? null : version.versionId();
  }

  private static SecretVersion version(String id, Duration afterStart) {
    return new SecretVersion(id, T.plus(afterStart), true);
  }
}
