package io.github.keymend.domain.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keymend.domain.Story;
import io.github.keymend.domain.incident.Act;
import io.github.keymend.domain.incident.ParkReason;
import io.github.keymend.domain.message.Message.Kind;
import io.github.keymend.domain.store.ConnectionState;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rule 7: no store is left disconnected by us without a reconnect or a person who has been told. */
class NotLeftDisconnectedTest {
  private static final String SAID =
      "keymend disconnected the store to repair it, and it is not connected again.";
  private final Story story = Story.external();

  @ParameterizedTest
  @EnumSource(names = "CONTINUES_LATER", mode = EnumSource.Mode.EXCLUDE)
  void whyeverItRestsAPersonIsToldThatItIsDisconnectedByUs(ParkReason reason) {
    // Given
    story.repair("repair-1").disconnectedByUs("INTERNAL_ERROR").sends();

    // When
    assertThat(story.parks(reason)).isTrue();

    // Then
    assertThat(story.letter().body()).contains(SAID);
  }

  @Test
  void theNextRepairGoesOnAtOnceWhereThisOneHasNoTime() {
    // Given
    story.repair("repair-1").disconnectedByUs("INTERNAL_ERROR");

    // When
    story.rests(ParkReason.CONTINUES_LATER, story.now());

    // Then
    assertThat(story.sweeps(OwnerStatus.SUCCEEDED)).isEqualTo(Sweeping.Verdict.START);
  }

  @Test
  void anUpdateThatKmsRefusesLeavesItDisconnectedAndTold() {
    // Given
    story
        .secretVersion("v1")
        .repair("repair-1")
        .disconnectedByUs("INVALID_CREDENTIALS")
        .sends();
    story.calls(Act.CORRECT).refused(Act.CORRECT, "XksProxyInvalidConfigurationException");

    // When
    Diagnosis diagnosis = story.decidesAndDiagnoses();
    story.rests(diagnosis.reason(), diagnosis.due());

    // Then
    assertThat(story.item().lastSeen().state()).isEqualTo(ConnectionState.DISCONNECTED);
    assertThat(diagnosis.reason()).isEqualTo(ParkReason.ASKED_A_PERSON);
    assertThat(story.letter().body()).contains(SAID).contains("XksProxyUriPath");
  }

  @Test
  void aBudgetThatEndsAfterTheDisconnectLeavesItDisconnectedAndTold() {
    // Given KMS refuses the connect each time
    story.attempts(1).repair("repair-1").disconnectedByUs("INTERNAL_ERROR").sends();
    story.calls(Act.CONNECT).refused(Act.CONNECT, "ThrottlingException");

    // When
    Diagnosis diagnosis = story.decidesAndDiagnoses();
    story.rests(diagnosis.reason(), diagnosis.due());

    // Then
    assertThat(diagnosis.reason()).isEqualTo(ParkReason.BUDGET_SPENT);
    assertThat(story.letter().body()).contains(SAID);
  }

  @Test
  void aPersonIsRemindedOfIt() {
    // Given
    aBudgetThatEndsAfterTheDisconnectLeavesItDisconnectedAndTold();
    story.sends();

    // When
    story.minutes(60).reminds();

    // Then
    assertThat(story.written()).containsExactly(Kind.REMINDER);
    assertThat(story.letter().body()).contains(SAID);
  }

  @Test
  void aCrashInBetweenIsResumedAtTheConnect() {
    // Given the execution broke after Correct
    story.secretVersion("v1").repair("repair-1").disconnectedByUs("INVALID_CREDENTIALS");
    story.makes(Act.CORRECT).minutes(3);

    // When
    assertThat(story.sweeps(OwnerStatus.BROKEN)).isEqualTo(Sweeping.Verdict.START);
    assertThat(story.opens("repair-2", OwnerStatus.BROKEN)).isTrue();
    story.sees(ConnectionState.DISCONNECTED);

    // Then
    assertThat(story.decides()).isEqualTo(new Next.Connect(1));
    assertThat(Objects.requireNonNull(story.item().claim()).fence()).isEqualTo(2);
  }
}
