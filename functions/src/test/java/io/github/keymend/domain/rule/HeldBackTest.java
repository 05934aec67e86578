package io.github.keymend.domain.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keymend.domain.Story;
import io.github.keymend.domain.guard.CredentialGuard;
import io.github.keymend.domain.incident.Act;
import io.github.keymend.domain.incident.DailyCount;
import io.github.keymend.domain.incident.ParkReason;
import io.github.keymend.domain.message.Message.Kind;
import io.github.keymend.domain.people.Command;
import io.github.keymend.domain.rule.Sweeping.Verdict;
import io.github.keymend.domain.store.ConnectionState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an open breaker holds back, what it does not, and what a reset gives back: to the account and to one store. */
class HeldBackTest {
  private final Story story = Story.external().repair("repair-1");

  @Test
  void noAttemptIsBegunAndTheStoresOwnIncidentIsSilent() {
    // When
    Diagnosis diagnosis =
        story.breakerOpens().seesFailedTwice("INTERNAL_ERROR").decidesAndDiagnoses();
    story.parks(ParkReason.BREAKER_OPEN);

    // Then the account's message speaks for it
    assertThat(diagnosis.reason()).isEqualTo(ParkReason.BREAKER_OPEN);
    assertThat(story.item().daily().on(story.now())).isZero();
    assertThat(story.written()).isEmpty();
    assertThat(story.minutes(600).reminds().written()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"XKS_PROXY_ACCESS_DENIED", "XKS_PROXY_INVALID_CONFIGURATION"})
  void nobodyIsSentToOneStoreWhereManyHaveOneCause(String code) {
    assertThat(story.breakerOpens().seesFailedTwice(code).decidesAndDiagnoses().reason())
        .isEqualTo(ParkReason.BREAKER_OPEN);
  }

  @Test
  void anAttemptThatWaitsInItsPauseIsNotMade() {
    // Given
    story.seesFailedTwice("INTERNAL_ERROR");
    story.after(story.decidesAndDiagnoses().pause()).seesFailed("INTERNAL_ERROR");

    // When
    story.breakerOpens();

    // Then
    assertThat(story.intends(Act.DISCONNECT)).isFalse();
    assertThat(story.decidesAndDiagnoses().reason()).isEqualTo(ParkReason.BREAKER_OPEN);
  }

  @Test
  void afterTheResetTheSameAttemptGoesOnAndIsCountedOnce() {
    // Given
    story.seesFailedTwice("INTERNAL_ERROR");
    story
        .after(story.decidesAndDiagnoses().pause())
        .seesFailed("INTERNAL_ERROR")
        .breakerOpens();
    story.decidesAndDiagnoses();
    story.parks(ParkReason.BREAKER_OPEN);
    assertThat(story.sweeps(OwnerStatus.SUCCEEDED)).isEqualTo(Verdict.NOTHING);

    // When
    story.breakerReset();

    // Then
    assertThat(story.sweeps(OwnerStatus.SUCCEEDED)).isEqualTo(Verdict.START);
    story.repair("repair-2").seesFailed("INTERNAL_ERROR");
    assertThat(story.decidesAndDiagnoses().reason()).isNull();
    assertThat(story.attempt().number()).isEqualTo(1);
    assertThat(story.item().daily().on(story.now())).isEqualTo(1);
    assertThat(story.intends(Act.DISCONNECT)).isTrue();
  }

  @Test
  void aStoreThatWeHadDisconnectedIsBroughtToItsEnd() {
    // Given rule 7
    story.disconnectedByUs("INTERNAL_ERROR").breakerOpens();

    // Then
    assertThat(story.decides()).isEqualTo(new Next.Connect(1));
    assertThat(story.intends(Act.CONNECT)).isTrue();
    assertThat(story.confirms(Act.CONNECT)).isTrue();
  }

  @Test
  void aStoreThatWeHadDisconnectedIsCorrectedToo() {
    // Given
    story.secretVersion("v1").disconnectedByUs("INVALID_CREDENTIALS").breakerOpens();

    // Then
    assertThat(story.decides()).isEqualTo(new Next.Correct(1));
    assertThat(story.intends(Act.CORRECT)).isTrue();
  }

  @Test
  void anotherAttemptFromDisconnectedIsNoNewBeginning() {
    // Given our connect was refused, the store is down by us
    story.disconnectedByUs("INTERNAL_ERROR");
    story.calls(Act.CONNECT).refused(Act.CONNECT, "ThrottlingException");

    // When
    story.breakerOpens();

    // Then
    assertThat(story.decidesAndDiagnoses().reason()).isNull();
  }

  @Test
  void aPersonWhoCommandsOneStoreAfterTheOpeningIsObeyed() {
    // Given
    story.breakerOpens().seesFailedTwice("INTERNAL_ERROR").decidesAndDiagnoses();
    story.parks(ParkReason.BREAKER_OPEN);

    // When
    story.minutes(1).repair("repair-2").commanded(Command.RESUME).seesFailed("INTERNAL_ERROR");

    // Then
    assertThat(story.decidesAndDiagnoses().reason()).isNull();
    assertThat(story.intends(Act.DISCONNECT)).isTrue();
    assertThat(story.confirms(Act.DISCONNECT)).isTrue();
  }

  @Test
  void aCommandFromBeforeTheOpeningDoesNotPassIt() {
    // Given the person did not know that many stores fail
    story.seesFailedTwice("INTERNAL_ERROR").hasIncident();
    story.commanded(Command.RESUME).minutes(1).seesFailed("INTERNAL_ERROR").breakerOpens();

    // Then
    assertThat(story.decidesAndDiagnoses().reason()).isEqualTo(ParkReason.BREAKER_OPEN);
  }

  @Test
  void inObserveModeItIsTheSameUpToTheAct() {
    assertThat(story
            .observing()
            .breakerOpens()
            .seesFailedTwice("INTERNAL_ERROR")
            .decidesAndDiagnoses()
            .reason())
        .isEqualTo(ParkReason.BREAKER_OPEN);
  }

  @Test
  void aStopGoesBeforeTheBreaker() {
    assertThat(story
            .commanded(Command.STOP)
            .breakerOpens()
            .seesFailedTwice("INTERNAL_ERROR")
            .decidesAndDiagnoses()
            .reason())
        .isEqualTo(ParkReason.STOPPED);
  }

  @Test
  void theDailyCapOfAStoreIsResetByCommandAlone() {
    // Given
    atTheCap();
    assertThat(story.sends().commanded(Command.RESUME).written()).containsExactly(Kind.REFUSED);

    // When
    story.sends().commanded(Command.RESET);

    // Then
    assertThat(story.letter().kind()).isEqualTo(Kind.BREAKER_CLOSED);
    assertThat(story.letter().body()).contains("there were 9 of 9.");
    assertThat(story.incident().parked()).isNull();
    assertThat(story.decidesAndDiagnoses().reason()).isNull();
  }

  @Test
  void aResetOfAStoreThatHasSpentNothingSaysSo() {
    story.seesFailedTwice("INTERNAL_ERROR").commanded(Command.RESET);

    assertThat(story.letter().subject()).startsWith("[keymend] Nothing to reset: payments");
  }

  @Test
  void aResetIsNoLeaveToConnectAndEndsNoStop() {
    // Given somebody else disconnected the store
    story.seesFailedTwice("INTERNAL_ERROR").hasIncident();
    story.sees(ConnectionState.DISCONNECTED).commanded(Command.RESET);

    // Then
    assertThat(story.item().people().consent()).isNull();
    assertThat(story.decides()).isEqualTo(new Next.Park(ParkReason.IN_A_PERSONS_HANDS, null));
    assertThat(story
            .commanded(Command.STOP)
            .commanded(Command.RESET)
            .item()
            .people()
            .stoppedAt())
        .isNotNull();
  }

  @Test
  void aResetRenewsNoBudget() {
    // Given
    story.attempts(1).connectedByUs("INTERNAL_ERROR").seconds(5);
    story.sees(ConnectionState.CONNECTING).minutes(5).commanded(Command.RESET);

    // Then
    assertThat(story.seesFailedTwice("INTERNAL_ERROR").decidesAndDiagnoses().reason())
        .isEqualTo(ParkReason.BUDGET_SPENT);
  }

  @Test
  void noResetOpensThePasswordGuard() {
    // Given
    Story hsm = Story.cloudHsm().repair("repair-1").seesFailedTwice("USER_LOCKED_OUT");
    hsm.hasIncident();
    CredentialGuard guard = hsm.item().guard();

    // When
    hsm.commanded(Command.RESET).breakerReset();

    // Then
    assertThat(hsm.item().guard()).isEqualTo(guard);
    assertThat(hsm.diagnoses().reason()).isEqualTo(ParkReason.ONLY_A_PERSON_CONNECTS);
  }

  private void atTheCap() {
    DailyCount count = DailyCount.ZERO;
    for (int i = 0; i < 9; i++) {
      count = count.plusOne(story.now());
    }
    story.remembers(story.item().withDaily(count));
    story.seesFailedTwice("INTERNAL_ERROR").decidesAndDiagnoses();
    story.parks(ParkReason.DAILY_CAP_REACHED);
  }
}
