package io.github.keymend.domain.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keymend.domain.Story;
import io.github.keymend.domain.guard.CredentialGuard;
import io.github.keymend.domain.incident.Act;
import io.github.keymend.domain.incident.Outcome;
import io.github.keymend.domain.incident.ParkReason;
import io.github.keymend.domain.people.Command;
import io.github.keymend.domain.people.Trigger.Call;
import io.github.keymend.domain.store.ConnectionState;
import io.github.keymend.domain.table.Remedy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Rule 3: after INVALID_CREDENTIALS or USER_LOCKED_OUT on a CloudHSM store no connect until our own update with an
 * untried secret version was accepted; never more than 2 rejected connects since the last CONNECTED. Five lock kmsuser.
 */
class NoLoginAfterARejectionTest {
  private final Story story = Story.cloudHsm();

  @ParameterizedTest
  @ValueSource(strings = {"INVALID_CREDENTIALS", "USER_LOCKED_OUT"})
  void aRejectionForbidsTheConnect(String code) {
    // Given
    story.seesFailedTwice(code).decides();

    // Then
    assertThat(story.item().guard().mayConnect()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(names = {"CONNECT", "RESUME"})
  void noCommandOverridesIt(Command command) {
    // Given a person has disconnected the store and commands a connect
    story.seesFailedTwice("INVALID_CREDENTIALS").decides();
    story.foreign(Call.DISCONNECT).sees(ConnectionState.DISCONNECTED);

    // When
    story.seconds(1).commanded(command).repair("repair-2");
    Diagnosis diagnosis = story.decidesAndDiagnoses();
    story.rests(diagnosis.reason(), diagnosis.due());

    // Then the message says what helps
    assertThat(diagnosis.reason()).isEqualTo(ParkReason.NO_SECRET_NAMED);
    assertThat(story.letter().body())
        .contains("put the same password into the secret that is named for this store")
        .contains("connect yourself");
  }

  @Test
  void aForeignUpdateDoesNotLiftIt() {
    // Given CloudTrail does not show what was changed
    story.seesFailedTwice("INVALID_CREDENTIALS").decides();

    // When
    story.foreign(Call.DISCONNECT).seconds(30).foreign(Call.UPDATE);

    // Then
    assertThat(story.item().guard().mayConnect()).isFalse();
  }

  @Test
  void ourAcceptedUpdateWithAnUntriedVersionLiftsItForOneConnect() {
    // Given
    story.seesFailedTwice("INVALID_CREDENTIALS").minutes(1).secretVersion("v1");
    story.disconnectedByUs("INVALID_CREDENTIALS");
    assertThat(story.intends(Act.CONNECT)).isFalse();

    // When
    story.makes(Act.CORRECT).seconds(5).sees(ConnectionState.DISCONNECTED);

    // Then
    assertThat(story.decides()).isEqualTo(new Next.Connect(1));
    assertThat(story.intends(Act.CONNECT)).isTrue();
  }

  @Test
  void aConnectIsCountedBeforeItIsMade() {
    // Given
    corrected();

    // When the call is about to be made
    story.calls(Act.CONNECT);

    // Then
    assertThat(story.item().guard().tried()).containsExactly("v1");
    assertThat(story.item().guard().mayConnect()).isFalse();
  }

  @Test
  void aConnectWithAnUnknownOutcomeCounts() {
    // Given
    corrected();
    story.calls(Act.CONNECT).ends(Act.CONNECT, Outcome.UNKNOWN);

    // When it came to nothing, as far as can be seen
    story.minutes(10).sees(ConnectionState.DISCONNECTED).repair("repair-2");

    // Then
    assertThat(story.decidesAndDiagnoses().reason()).isEqualTo(ParkReason.NO_NEW_SECRET);
  }

  @Test
  void aConnectThatKmsRefusedAtOnceLoggedNobodyIn() {
    // Given
    corrected();

    // When
    story.calls(Act.CONNECT).refused(Act.CONNECT, "ThrottlingException");

    // Then the same version may be connected with
    assertThat(story.item().guard().mayConnect()).isTrue();
    assertThat(story.decidesAndDiagnoses().reason()).isNull();
  }

  @Test
  void aSecondRejectionLeavesItToAPerson() {
    // Given
    corrected();
    story.makes(Act.CONNECT).seconds(5).sees(ConnectionState.CONNECTING);
    story.minutes(5).seesFailedTwice("INVALID_CREDENTIALS");

    // When a third version is there
    story.secretVersion("v2");
    Diagnosis diagnosis = story.decidesAndDiagnoses();

    // Then
    assertThat(diagnosis.reason()).isEqualTo(ParkReason.ONLY_A_PERSON_CONNECTS);
    assertThat(story.item().guard().rejections()).isEqualTo(2);
  }

  @Test
  void rejectedConnectsOfOthersCountAndTheCountSurvivesTheIncident() {
    // Given a foreign connect was rejected, the store went, came back and was rejected again
    story.seesFailedTwice("INVALID_CREDENTIALS").decides();
    story.seesItMissing().minutes(10).seesItMissing();
    assertThat(story.closes(true)).isTrue();
    story.minutes(1).foreign(Call.CONNECT).seconds(30).seesFailedTwice("INVALID_CREDENTIALS");

    // When
    story.repair("repair-2").secretVersion("v1").decides();

    // Then
    assertThat(story.item().guard().isSpent()).isTrue();
    assertThat(story.diagnoses().reason()).isEqualTo(ParkReason.ONLY_A_PERSON_CONNECTS);
  }

  @Test
  void theSameFailureCountsOnce() {
    // Given
    story.seesFailedTwice("INVALID_CREDENTIALS").decides();

    // When
    story.minutes(5).seesFailed("INVALID_CREDENTIALS").decides();

    // Then
    assertThat(story.item().guard().rejections()).isEqualTo(1);
  }

  @Test
  void aRejectionThatWasSeenOnceCountsWhenSomebodyDisconnectsMeanwhile() {
    // Given the sweep saw it, and a person disconnected before the second look
    story.seesFailed("INVALID_CREDENTIALS").minutes(1).sees(ConnectionState.DISCONNECTED);

    // When
    story.commanded(Command.CONNECT);

    // Then
    assertThat(story.decidesAndDiagnoses().reason()).isEqualTo(ParkReason.ONLY_A_PERSON_CONNECTS);
  }

  @Test
  void theGuardIsAskedAgainBeforeTheConnect() {
    // Given our disconnect is made for another cause, and a rejection becomes known
    story.repair("repair-1").disconnectedByUs("INTERNAL_ERROR");
    story.remembers(story.item().withGuard(story.item().guard().rejectedAt(story.now())));

    // Then
    assertThat(story.intends(Act.CONNECT)).isFalse();
    assertThat(story.decidesAndDiagnoses().reason()).isEqualTo(ParkReason.ONLY_A_PERSON_CONNECTS);
  }

  @Test
  void aGuardThatShutDuringAnAttemptIsOpenedByANewSecret() {
    // Given as above
    story.secretNamed().repair("repair-1").disconnectedByUs("INTERNAL_ERROR").seconds(5);
    story.remembers(story.item().withGuard(story.item().guard().rejectedAt(story.now())));

    // When a person puts the password into the secret
    story.minutes(1).secretVersion("new");

    // Then it is given to KMS, and the store does not rest for ever
    assertThat(story.decidesAndDiagnoses().remedy()).isEqualTo(Remedy.CORRECT);
  }

  @Test
  void aRejectionSeenOnceDuringAnAttemptCounts() {
    // Given our connect was taken and rejected; a person disconnects before the second look
    story.repair("repair-1").connectedByUs("INTERNAL_ERROR").sees(ConnectionState.CONNECTING);
    story.minutes(11).seesFailed("INVALID_CREDENTIALS");

    // When
    story.seconds(20).sees(ConnectionState.DISCONNECTING);

    // Then
    assertThat(story.item().guard().rejections()).isEqualTo(1);
    assertThat(story.item().guard().mayConnect()).isFalse();
  }

  @Test
  void connectedOpensTheGuardAgain() {
    // Given
    story.seesFailedTwice("INVALID_CREDENTIALS").decides();

    // When
    story.minutes(5).sees(ConnectionState.CONNECTED).seconds(10).sees(ConnectionState.CONNECTED);

    // Then
    assertThat(story.item().guard()).isEqualTo(CredentialGuard.OPEN);
  }

  @Test
  void oneLookAtConnectedDoesNot() {
    // Given
    story.seesFailedTwice("INVALID_CREDENTIALS").decides();

    // When
    story.minutes(5).sees(ConnectionState.CONNECTED);

    // Then
    assertThat(story.item().guard().mayConnect()).isFalse();
  }

  @Test
  void anotherCodeAfterARejectionDoesNotLiftIt() {
    // Given a rejection, and then a failure of the network
    story.seesFailedTwice("INVALID_CREDENTIALS").decides();
    story.foreign(Call.CONNECT).minutes(11).seesFailedTwice("NETWORK_ERRORS");

    // When the table would retry
    Diagnosis diagnosis = story.decidesAndDiagnoses();

    // Then
    assertThat(diagnosis.remedy()).isEqualTo(Remedy.ASK_A_PERSON);
    assertThat(diagnosis.reason()).isEqualTo(ParkReason.ONLY_A_PERSON_CONNECTS);
  }

  @Test
  void anExternalStoreIsNotGuarded() {
    // Given no user can be locked there
    Story external = Story.external().seesFailedTwice("INVALID_CREDENTIALS");
    external.decides();

    // Then
    assertThat(external.item().guard()).isEqualTo(CredentialGuard.OPEN.failedAt(Story.START));
  }

  @Test
  void theSweepTakesAParkedIncidentUpWhenANewSecretIsThere() {
    // Given
    story.secretNamed().repair("repair-1").seesFailedTwice("INVALID_CREDENTIALS");
    Diagnosis diagnosis = story.decidesAndDiagnoses();
    story.rests(diagnosis.reason(), diagnosis.due());
    assertThat(diagnosis.reason()).isEqualTo(ParkReason.NO_NEW_SECRET);

    // Then
    assertThat(story.sweeps(OwnerStatus.SUCCEEDED)).isEqualTo(Sweeping.Verdict.NOTHING);
    assertThat(story.sweepsWithFreshSecret()).isEqualTo(Sweeping.Verdict.START);
  }

  @Test
  void aNewSecretDoesNotTakeUpAnIncidentWhoseRiskIsUsedUp() {
    // Given
    aSecondRejectionLeavesItToAPerson();
    story.parks(ParkReason.ONLY_A_PERSON_CONNECTS);

    // Then
    assertThat(story.sweepsWithFreshSecret()).isEqualTo(Sweeping.Verdict.NOTHING);
  }

  private void corrected() {
    story.seesFailedTwice("INVALID_CREDENTIALS").minutes(1).secretVersion("v1");
    story.disconnectedByUs("INVALID_CREDENTIALS").makes(Act.CORRECT).seconds(5);
    story.sees(ConnectionState.DISCONNECTED);
  }
}
