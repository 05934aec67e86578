package io.github.keymend.domain.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keymend.domain.Story;
import io.github.keymend.domain.incident.Act;
import io.github.keymend.domain.incident.ParkReason;
import io.github.keymend.domain.people.Command;
import io.github.keymend.domain.people.Trigger.Call;
import io.github.keymend.domain.store.ConnectionState;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What a responder reads on a phone at 3 a.m.: which store, since when, which keys are down, what keymend saw, did and
 * does next and when, what you do now (the exact command), and how to stop it.
 */
class LettersTest {
  private static final String START = "aws stepfunctions start-execution --state-machine-arn"
      + " arn:aws:states:eu-central-1:111122223333:stateMachine:keymend"
      + " --input '{\"customKeyStoreId\":\"cks-1234567890abcdef0\",\"command\":\"";

  private final Story story = Story.external();

  @Test
  void aFailureThatIsBeingRepaired() {
    // When
    story.repair("repair-1").seesFailedTwice("XKS_PROXY_TIMED_OUT").decides();
    story.diagnoses();

    // Then
    Message letter = story.letter();
    assertThat(letter.kind()).isEqualTo(Message.Kind.SEEN);
    assertThat(letter.subject())
        .isEqualTo("[keymend] Repairing XKS_PROXY_TIMED_OUT: payments cks-1234567890abcdef0");
    assertThat(letter.body()).isEqualTo("""
            Store: payments (cks-1234567890abcdef0), proxy https://xks.example.com
            State: FAILED XKS_PROXY_TIMED_OUT, seen since 2026-03-01T10:00:00Z
            Every KMS key in this store is unavailable until it is CONNECTED.
            Cause: XKS_PROXY_TIMED_OUT. The proxy did not answer within 250 ms.

            keymend does
              attempt 1: disconnect, connect again, at 2026-03-01T10:01:00Z, after a pause of 50 s.

            You need do nothing. To stop keymend before its next act
            """ + "  " + START + "stop\"}'\n");
  }

  @Test
  void aCorrectionFromDisconnectedSaysNothingOfADisconnect() {
    // Given
    story.secretVersion("v1").disconnectedByUs("INVALID_CREDENTIALS").makes(Act.CORRECT);
    story.seconds(5).sees(ConnectionState.DISCONNECTED).calls(Act.CONNECT);
    story.refused(Act.CONNECT, "ThrottlingException");

    // When
    story.decides();
    story.diagnoses();

    // Then
    assertThat(story.letter().body()).contains("attempt 2: connect, at ");
  }

  @Test
  void aCauseThatOnlyAPersonCanMend() {
    // When
    story.repair("repair-1").seesFailedTwice("XKS_PROXY_INVALID_CONFIGURATION").decides();
    story.diagnoses();
    story.parks(ParkReason.ASKED_A_PERSON);

    // Then
    assertThat(story.letter().subject())
        .isEqualTo("[keymend] Needs you, XKS_PROXY_INVALID_CONFIGURATION: payments"
            + " cks-1234567890abcdef0");
    assertThat(story.letter().body())
        .contains("Store: payments (cks-1234567890abcdef0), proxy https://xks.example.com")
        .contains("State: FAILED XKS_PROXY_INVALID_CONFIGURATION, seen since 2026-03-01T10:00:00Z")
        .contains("Every KMS key in this store is unavailable until it is CONNECTED.")
        .contains("Attempts by keymend: 0.")
        .contains("only a person can mend this cause.")
        .contains("does nothing until the store changes, you act, or you command it.")
        .contains("Check XksProxyUriPath against the proxy")
        .contains(START + "resume\"}'")
        .contains("aws kms describe-custom-key-stores --custom-key-store-id cks-1234567890abcdef0")
        .contains(START + "stop\"}'");
  }

  @ParameterizedTest
  @EnumSource(ParkReason.class)
  void everyRestSaysWhatANewcomerMustKnow(ParkReason reason) {
    // Given
    story
        .repair("repair-1")
        .disconnectedByUs("INTERNAL_ERROR")
        .foreign(Call.UPDATE)
        .sends();
    if (reason == ParkReason.STOPPED || reason == ParkReason.ABORTED) {
      story.commanded(Command.STOP);
    }

    // When
    boolean silent = reason == ParkReason.CONTINUES_LATER;
    assertThat(story.parks(reason)).isTrue();

    // Then
    assertThat(story.item().outbox()).hasSize(silent ? 0 : 1);
    if (!silent) {
      assertThat(story.letter().body())
          .as("which store")
          .contains("payments (cks-1234567890abcdef0)")
          .as("since when")
          .contains("State: DISCONNECTED, seen since 2026-03-01T10:01:05Z")
          .as("which keys")
          .contains("Every KMS key in this store is unavailable")
          .as("what keymend saw")
          .contains("Cause: INTERNAL_ERROR")
          .as("what it did")
          .contains("Attempts by keymend: 1.")
          .as("why")
          .contains("Why keymend rests\n  ")
          .as("what it does next")
          .contains("keymend next\n  ")
          .as("what you do, in an exact command")
          .containsPattern(
              "aws (stepfunctions start-execution|kms connect-custom-key-store) .*cks-1234567890abcdef0")
          .as("how to look")
          .contains("aws kms describe-custom-key-stores");
      boolean stopped = reason == ParkReason.STOPPED || reason == ParkReason.ABORTED;
      assertThat(story.letter().body().contains(START + "stop\"}'"))
          .as("how to stop it, unless it is")
          .isNotEqualTo(stopped);
      assertThat(story.letter().body().contains(START + "resume\"}'"))
          .as("how to end the stop")
          .isEqualTo(stopped || story.letter().body().contains("resume"));
    }
  }

  @Test
  void aRestThatIsDueSaysWhen() {
    // Given
    story.repair("repair-1").seesFailedTwice("INTERNAL_ERROR").decides();

    // When
    story.rests(ParkReason.DAILY_CAP_REACHED, Instant.parse("2026-03-02T00:00:00Z"));

    // Then it offers no command that would be refused
    assertThat(story.letter().body())
        .contains("looks again at 2026-03-02T00:00:00Z by itself.")
        .contains("aws kms connect-custom-key-store --custom-key-store-id cks-1234567890abcdef0")
        .contains(START + "reset\"}'")
        .doesNotContain("\"command\":\"resume\"");
  }

  @Test
  void inAPersonsHandsItGivesTheConnectCommand() {
    // Given
    story.repair("repair-1").seesFailedTwice("INTERNAL_ERROR").decides();
    story.sees(ConnectionState.DISCONNECTED);

    // When
    story.parks(ParkReason.IN_A_PERSONS_HANDS);

    // Then
    assertThat(story.letter().subject()).contains("In your hands");
    assertThat(story.letter().body()).contains(START + "connect\"}'");
  }

  @Test
  void whereKmsuserIsAtRiskThePersonConnects() {
    // Given
    Story hsm = Story.cloudHsm().repair("repair-1").seesFailedTwice("USER_LOCKED_OUT");
    hsm.decides();
    hsm.diagnoses();

    // When
    hsm.parks(ParkReason.ONLY_A_PERSON_CONNECTS);

    // Then
    assertThat(hsm.letter().body())
        .contains("kmsuser is locked; keymend does not log in.")
        .contains("Have an HSM admin change the kmsuser password, which unlocks it")
        .contains("aws kms connect-custom-key-store --custom-key-store-id cks-1234567890abcdef0");
  }

  /** KMS refuses a connect while it is disconnecting: commands in one breath would leave the store down. */
  @Test
  void whatIsDoneByHandWaitsForTheDisconnect() {
    // Given
    Story hsm = Story.cloudHsm().repair("repair-1").seesFailedTwice("INVALID_CREDENTIALS");
    hsm.decides();
    hsm.diagnoses();

    // When
    hsm.parks(ParkReason.NO_SECRET_NAMED);

    // Then
    assertThat(hsm.letter().body())
        .doesNotContain("&&")
        .contains("""
              1. aws kms disconnect-custom-key-store --custom-key-store-id cks-1234567890abcdef0
              2. wait some minutes, until this shows DISCONNECTED: aws kms describe-custom-key-stores --custom-key-store-id cks-1234567890abcdef0
              3. aws kms update-custom-key-store --custom-key-store-id cks-1234567890abcdef0 --key-store-password THE_PASSWORD
              4. aws kms connect-custom-key-store --custom-key-store-id cks-1234567890abcdef0
            """)
        .contains("CorrectionStores and CorrectionSecretArns");
  }

  @Test
  void recoveredSaysHowLongItTook() {
    // Given
    story.repair("repair-1").connectedByUs("INTERNAL_ERROR").sends().minutes(5);
    story.sees(ConnectionState.CONNECTED).seconds(10).sees(ConnectionState.CONNECTED);

    // When
    story.closes(false);

    // Then
    assertThat(story.letter().kind()).isEqualTo(Message.Kind.RECOVERED);
    assertThat(story.letter().subject())
        .isEqualTo("[keymend] CONNECTED again: payments cks-1234567890abcdef0");
    assertThat(story.letter().body())
        .contains("closed the incident of 2026-03-01T10:00:10Z after 6 min 5 s and 1 attempt(s)")
        .doesNotContain("unavailable");
  }

  @Test
  void goneSaysSo() {
    // Given
    story.repair("repair-1").seesFailedTwice("INTERNAL_ERROR").decides();

    // When
    story.closes(true);

    // Then
    assertThat(story.letter().kind()).isEqualTo(Message.Kind.GONE);
    assertThat(story.letter().body()).contains("KMS does not list this store any more.");
  }

  @Test
  void aReminderRepeatsWhatToDo() {
    // Given
    story.repair("repair-1").seesFailedTwice("XKS_PROXY_ACCESS_DENIED").decides();
    story.diagnoses();
    story.parks(ParkReason.WAITING_FOR_THE_CAUSE);
    story.sends();

    // When
    story.minutes(60).reminds();

    // Then
    assertThat(story.letter().subject()).contains("Reminder: still needs you");
    assertThat(story.letter().body())
        .contains("A person has been awaited since 2026-03-01T10:00:10Z.")
        .contains("Let KMS through at the proxy")
        .contains(START + "resume\"}'")
        .contains(START + "stop\"}'");
  }

  @Test
  void aRefusedCommandSaysWhyAndWhatToDoInstead() {
    // Given
    story.observing().sees(ConnectionState.DISCONNECTED);

    // When
    story.commanded(Command.CONNECT);

    // Then
    assertThat(story.letter().body())
        .contains("The command connect was refused")
        .contains("Mode is observe")
        .contains("aws kms connect-custom-key-store --custom-key-store-id cks-1234567890abcdef0");
  }

  @Test
  void anAlarmOnAConnectedStoreSaysThatNothingIsTouched() {
    // Given
    story.sees(ConnectionState.CONNECTED);

    // When
    Message letter =
        story.letters().alarm(story.item(), "xks-errors", "2 datapoints", Story.START, story.now());

    // Then
    assertThat(letter.kind()).isEqualTo(Message.Kind.ALARM);
    assertThat(letter.body())
        .contains("CloudWatch alarm xks-errors: 2 datapoints")
        .contains("touches nothing")
        .doesNotContain("unavailable");
  }

  @Test
  void somethingUnexpectedWithoutAnIncidentIsTold() {
    // When
    story.repair("repair-1").parks(ParkReason.UNEXPECTED, "States.Timeout");

    // Then
    assertThat(story.letter().kind()).isEqualTo(Message.Kind.GIVEN_UP);
    assertThat(story.letter().body()).contains("States.Timeout");
  }

  @Test
  void anExternalStoreIsUpdatedByHandWithItsProxyCredential() {
    // Given
    story.repair("repair-1").seesFailedTwice("INVALID_CREDENTIALS").decidesAndDiagnoses();

    // When
    story.parks(ParkReason.NO_SECRET_NAMED);

    // Then
    assertThat(story.letter().body())
        .contains("3. aws kms update-custom-key-store --custom-key-store-id cks-1234567890abcdef0"
            + " --xks-proxy-authentication-credential"
            + " AccessKeyId=THE_ID,RawSecretAccessKey=THE_SECRET");
  }

  @Test
  void aCorrectionFromFailedSaysThatItDisconnectsFirst() {
    // When
    story.secretVersion("v1").seesFailedTwice("INVALID_CREDENTIALS").decidesAndDiagnoses();

    // Then
    assertThat(story.letter().body())
        .contains("attempt 1: disconnect, update the credential from the named secret, connect");
  }

  @Test
  void whatIsObservedSaysHowToDoItByHandWithTheCredentialWhereThatIsTheCause() {
    // Given
    story.observing().secretVersion("v1").seesFailedTwice("INVALID_CREDENTIALS");
    story.decidesAndDiagnoses();

    // When
    story.parks(ParkReason.OBSERVING);

    // Then
    assertThat(story.letter().body()).contains("--xks-proxy-authentication-credential");
  }

  @Test
  void whatIsObservedSaysNothingOfACredentialWhereThatIsNotTheCause() {
    // Given
    story.observing().seesFailedTwice("INTERNAL_ERROR").decidesAndDiagnoses();

    // When
    story.parks(ParkReason.OBSERVING);

    // Then
    assertThat(story.letter().body())
        .contains("connect-custom-key-store")
        .doesNotContain("--xks-proxy-authentication-credential");
  }

  @Test
  void oneRejectedLogInDoesNotSayThatKeymendConnectsNoMore() {
    // Given
    Story hsm = Story.cloudHsm().repair("repair-1").seesFailedTwice("INVALID_CREDENTIALS");
    hsm.decidesAndDiagnoses();

    // When
    hsm.parks(ParkReason.ONLY_A_PERSON_CONNECTS);

    // Then
    assertThat(hsm.letter().body()).doesNotContain("keymend connects no more");
  }

  @Test
  void aRestSaysWhatItsCauseMeans() {
    // Given
    story.seesFailedTwice("INTERNAL_ERROR").decidesAndDiagnoses();

    // When
    story.parks(ParkReason.BUDGET_SPENT);

    // Then
    assertThat(story.letter().body()).contains("Cause: INTERNAL_ERROR. KMS failed inside.");
  }

  @Test
  void aDurationOfOneMinuteIsGivenInMinutes() {
    assertThat(Text.duration(Duration.ofSeconds(60))).isEqualTo("1 min");
    assertThat(Text.duration(Duration.ofSeconds(59))).isEqualTo("59 s");
  }
}
