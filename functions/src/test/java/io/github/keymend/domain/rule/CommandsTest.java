package io.github.keymend.domain.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keymend.domain.Story;
import io.github.keymend.domain.incident.Act;
import io.github.keymend.domain.incident.DailyCount;
import io.github.keymend.domain.incident.Opening;
import io.github.keymend.domain.incident.ParkReason;
import io.github.keymend.domain.message.Message.Kind;
import io.github.keymend.domain.people.Command;
import io.github.keymend.domain.people.Trigger;
import io.github.keymend.domain.people.Trigger.Call;
import io.github.keymend.domain.store.ConnectionState;
import io.github.keymend.domain.table.Remedy;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a person may command, and what it means. */
class CommandsTest {
  private final Story story = Story.external();

  @Test
  void noCommandRenewsNothing() {
    // Given
    budgetSpent();

    // When
    story.minutes(1).repair("repair-9").seesFailed("XKS_PROXY_NOT_REACHABLE");

    // Then
    assertThat(story.decidesAndDiagnoses().reason()).isEqualTo(ParkReason.BUDGET_SPENT);
  }

  @Test
  void resumeRenewsTheBudgetAndGoesOnAtOnce() {
    // Given
    budgetSpent();

    // When
    story.minutes(1).commanded(Command.RESUME).repair("repair-9");
    Diagnosis diagnosis = story.seesFailed("XKS_PROXY_NOT_REACHABLE").decidesAndDiagnoses();

    // Then
    assertThat(diagnosis.reason()).isNull();
    assertThat(diagnosis.pause()).isZero();
    assertThat(story.incident().renewals()).isEqualTo(1);
    assertThat(story.incident().spent(Remedy.RETRY)).isEqualTo(1);
    assertThat(story.incident().attempts()).isEqualTo(2);
  }

  @Test
  void connectRenewsNothingButIsMadeOnce() {
    // Given the budget is spent, and a person has disconnected the store
    budgetSpent();
    story.minutes(1).foreign(Call.DISCONNECT).sees(ConnectionState.DISCONNECTED);

    // When
    story.minutes(1).commanded(Command.CONNECT).repair("repair-9");
    story.decidesAndDiagnoses();

    // Then
    assertThat(story.decides()).isEqualTo(new Next.Connect(2));
    assertThat(story.incident().renewals()).isZero();
  }

  @Test
  void connectOpensAnIncidentForANewStore() {
    // Given a store that was never connected
    story.sees(ConnectionState.DISCONNECTED).commanded(Command.CONNECT).repair("repair-1");

    // When
    Diagnosis diagnosis = story.decidesAndDiagnoses();

    // Then
    assertThat(story.incident().opening()).isEqualTo(Opening.COMMAND);
    assertThat(diagnosis.state()).isEqualTo(ConnectionState.DISCONNECTED);
    assertThat(story.decides()).isEqualTo(new Next.Connect(1));
    assertThat(story.letter().subject()).contains("Connecting as commanded");
  }

  @Test
  void aCommandDoesNotCountForARefusalOfItsOwnConnect() {
    // Given a connect that KMS refuses in the very instant in which it was commanded
    Story hsm = Story.cloudHsm().sees(ConnectionState.DISCONNECTED).commanded(Command.CONNECT);
    hsm.repair("repair-1").decidesAndDiagnoses();
    hsm.calls(Act.CONNECT).refused(Act.CONNECT, "CloudHsmClusterNotActiveException");

    // When
    Diagnosis diagnosis = hsm.seconds(5).sees(ConnectionState.DISCONNECTED).decidesAndDiagnoses();

    // Then it is not tried again before the cause is gone
    assertThat(diagnosis.reason()).isEqualTo(ParkReason.WAITING_FOR_THE_CAUSE);
  }

  @Test
  void connectInObserveModeIsRefusedWithAMessage() {
    // Given
    story.observing().sees(ConnectionState.DISCONNECTED);

    // When
    story.commanded(Command.CONNECT);

    // Then
    assertThat(story.item().incident()).isNull();
    assertThat(story.written()).containsExactly(Kind.REFUSED);
    assertThat(story.letter().body()).contains("Mode is observe");
  }

  @ParameterizedTest
  @EnumSource(names = {"CONNECT", "RESUME"})
  void pastTheDailyCapACommandIsRefusedWithAMessage(Command command) {
    // Given nine attempts today
    story.sees(ConnectionState.DISCONNECTED);
    DailyCount count = DailyCount.ZERO;
    for (int i = 0; i < 9; i++) {
      count = count.plusOne(story.now());
    }
    story.remembers(story.item().withDaily(count));

    // When
    story.commanded(command);

    // Then
    assertThat(story.item().people().consent()).isNull();
    assertThat(story.written()).containsExactly(Kind.REFUSED);
    assertThat(story.letter().body()).contains("9 attempts of today").contains("midnight UTC");
  }

  @Test
  void theCountStartsAnewAtMidnight() {
    // Given
    DailyCount count = DailyCount.ZERO;
    for (int i = 0; i < 9; i++) {
      count = count.plusOne(story.now());
    }
    story.remembers(story.item().withDaily(count)).sees(ConnectionState.DISCONNECTED);

    // When
    story.minutes(14 * 60).commanded(Command.CONNECT);

    // Then
    assertThat(story.item().people().consent()).isNotNull();
  }

  @Test
  void resumeWithoutAnIncidentConnectsNothingAndSaysSo() {
    // Given a store that somebody disconnected on purpose
    story.sees(ConnectionState.DISCONNECTED).commanded(Command.RESUME);

    // Then
    assertThat(story.item().people().consent()).isNull();
    assertThat(story.decides()).isEqualTo(new Next.Leave());
    assertThat(story.written()).containsExactly(Kind.REFUSED);
  }

  @Test
  void aCommandCountsForTheCauseThatWasKnownWhenItWasGiven() {
    // Given a person commands to go on with a cause that only a person can mend, and another one
    // follows
    story.repair("repair-1").seesFailedTwice("XKS_PROXY_INVALID_CONFIGURATION").decides();
    story.commanded(Command.RESUME).decidesAndDiagnoses();
    story.makes(Act.DISCONNECT).seconds(5).sees(ConnectionState.DISCONNECTED).makes(Act.CONNECT);
    story.seconds(5).sees(ConnectionState.CONNECTING).minutes(1);

    // When
    story.seesFailedTwice("XKS_PROXY_ACCESS_DENIED");

    // Then
    assertThat(story.decidesAndDiagnoses().reason()).isEqualTo(ParkReason.WAITING_FOR_THE_CAUSE);
  }

  @Test
  void aCommandIsAnsweredEvenIfNothingHasChanged() {
    // Given it rests because only a person can mend the cause of a store out of reach
    Story hsm = Story.cloudHsm().secretNamed().repair("repair-1");
    hsm.seesFailedTwice("INVALID_CREDENTIALS").decidesAndDiagnoses();
    hsm.parks(ParkReason.NO_NEW_SECRET);
    String first = hsm.letter().id();
    hsm.sends();

    // When
    hsm.minutes(1).commanded(Command.RESUME).repair("repair-2").seesFailed("INVALID_CREDENTIALS");
    hsm.decidesAndDiagnoses();
    hsm.parks(ParkReason.NO_NEW_SECRET);

    // Then
    assertThat(hsm.written()).containsExactly(Kind.PERSON_NEEDED);
    assertThat(hsm.letter().id()).isNotEqualTo(first);
  }

  private void budgetSpent() {
    // one attempt for a proxy that is not reachable
    story.repair("repair-1").connectedByUs("XKS_PROXY_NOT_REACHABLE").seconds(5);
    story.sees(ConnectionState.CONNECTING).minutes(5).seesFailedTwice("XKS_PROXY_NOT_REACHABLE");
    Diagnosis diagnosis = story.decidesAndDiagnoses();
    story.rests(Objects.requireNonNull(diagnosis.reason()), diagnosis.due());
    assertThat(diagnosis.reason()).isEqualTo(ParkReason.BUDGET_SPENT);
  }

  @Test
  void aConnectThatAStopForbidsIsAnsweredWithResume() {
    // Given
    story.sees(ConnectionState.DISCONNECTED).commanded(Command.STOP).minutes(1);

    // When
    story.commanded(Command.CONNECT);

    // Then
    assertThat(story.letter().body())
        .contains("keymend is stopped for this store. Command resume to take it up again.");
  }

  @Test
  void aResumeOlderThanTheStopIsAnsweredWithWhy() {
    // Given
    story.sees(ConnectionState.DISCONNECTED);
    Trigger resume = story.command(Command.RESUME, story.now());
    story.minutes(1).commanded(Command.STOP);

    // When
    story.hears(resume);

    // Then
    assertThat(story.letter().body())
        .contains("keymend was stopped for this store after the command was given.");
  }

  @Test
  void aCommandOlderThanAForeignDisconnectIsAnsweredWithWhy() {
    // Given
    Trigger connect = story.command(Command.CONNECT, story.now());
    story.minutes(1).foreign(Call.DISCONNECT).sees(ConnectionState.DISCONNECTED);

    // When
    story.hears(connect);

    // Then
    assertThat(story.letter().body())
        .contains(
            "the store was disconnected by somebody else, or somebody tried to, and keymend cannot tell that the"
                + " command came after it.");
  }

  @Test
  void theSameCommandTwiceIsAnsweredOnce() {
    // Given a refused command of a store without an incident
    story.observing().sees(ConnectionState.DISCONNECTED);
    Trigger connect = story.command(Command.CONNECT, story.now());

    // When
    story.hears(connect).hears(connect);

    // Then
    assertThat(story.written()).containsExactly(Kind.REFUSED);
  }
}
