package io.github.keymend.domain.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keymend.domain.Story;
import io.github.keymend.domain.incident.Act;
import io.github.keymend.domain.store.ConnectionState;
import io.github.keymend.domain.table.Cause;
import io.github.keymend.domain.table.Remedy;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What follows where KMS refuses a call. */
class RefusedCallsTest {
  private final Story story = Story.external();

  @Test
  void anUpdateThatKmsRefusesIsADiagnosis() {
    // Given
    owesACorrection();

    // When
    story.calls(Act.CORRECT).refused(Act.CORRECT, "XksProxyUriUnreachableException");

    // Then
    assertThat(story.incident().cause())
        .isEqualTo(new Cause(Cause.Kind.UPDATE_REFUSED, "XksProxyUriUnreachableException"));
    assertThat(story.decides()).isEqualTo(new Next.Diagnose());
    assertThat(story.item().guard().tried()).isEmpty();
  }

  @Test
  void aValueThatKmsDoesNotTakeIsNotTriedAgain() {
    // Given
    owesACorrection();

    // When
    story
        .calls(Act.CORRECT)
        .refused(Act.CORRECT, "XksProxyIncorrectAuthenticationCredentialException");

    // Then
    assertThat(story.item().guard().tried()).containsExactly("v1");
    assertThat(story.decidesAndDiagnoses().remedy()).isEqualTo(Remedy.CORRECT);
  }

  @Test
  void aConnectThatKmsRefusesAtOnceIsADiagnosisInTheBudget() {
    // Given
    story.disconnectedByUs("INTERNAL_ERROR");

    // When
    story.calls(Act.CONNECT).refused(Act.CONNECT, "ThrottlingException");
    Diagnosis next = story.decidesAndDiagnoses();

    // Then
    assertThat(story.incident().cause())
        .isEqualTo(new Cause(Cause.Kind.CONNECT_REFUSED, "ThrottlingException"));
    assertThat(next.attempt()).isEqualTo(2);
    assertThat(story.incident().spent(Remedy.RETRY)).isEqualTo(2);
  }

  @Test
  void thePauseBeforeAnAttemptIsKeptOnADisconnectedStoreToo() {
    // Given KMS throttled the connect: a minute of pause, doubled for the second attempt
    story.disconnectedByUs("INTERNAL_ERROR");
    story.calls(Act.CONNECT).refused(Act.CONNECT, "ThrottlingException").decidesAndDiagnoses();

    // When
    Next early = story.seconds(90).sees(ConnectionState.DISCONNECTED).decides();
    Next late = story.seconds(30).sees(ConnectionState.DISCONNECTED).decides();

    // Then
    assertThat(early).isEqualTo(new Next.Wait(Duration.ofSeconds(30)));
    assertThat(late).isEqualTo(new Next.Connect(2));
  }

  @Test
  void aDisconnectThatKmsRefusesForLackOfPermissionGoesToAPerson() {
    // Given
    decidedToDisconnect();

    // When
    story.calls(Act.DISCONNECT).refused(Act.DISCONNECT, "AccessDeniedException");
    story.seconds(5).seesFailed("INTERNAL_ERROR");

    // Then
    assertThat(story.decidesAndDiagnoses().remedy()).isEqualTo(Remedy.ASK_A_PERSON);
    assertThat(Objects.requireNonNull(story.incident().cause()).kind())
        .isEqualTo(Cause.Kind.DISCONNECT_REFUSED);
  }

  private void decidedToDisconnect() {
    story.repair("repair-1").seesFailedTwice("INTERNAL_ERROR");
    story.after(story.decidesAndDiagnoses().pause()).seesFailed("INTERNAL_ERROR");
  }

  private void owesACorrection() {
    story.secretVersion("v1").repair("repair-1").disconnectedByUs("INVALID_CREDENTIALS");
  }
}
