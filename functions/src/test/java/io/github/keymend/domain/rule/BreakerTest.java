package io.github.keymend.domain.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keymend.domain.Fleet;
import io.github.keymend.domain.breaker.Held;
import io.github.keymend.domain.incident.Opening;
import io.github.keymend.domain.message.Message;
import io.github.keymend.domain.message.Message.Kind;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Many stores that begin to fail at about the same time: act on none, and tell a person once. */
class BreakerTest {
  private static final String RESET = "aws stepfunctions start-execution --state-machine-arn"
      + " arn:aws:states:eu-central-1:111122223333:stateMachine:keymend --input '{\"command\":\"reset\"}'";

  @Test
  void threeStoresThatFailWithinAQuarterOfAnHourOpenIt() {
    // Given
    Fleet fleet = Fleet.of("cks-1", "cks-2", "cks-3", "cks-4");
    fleet.incident(Opening.FAILED, "cks-1").minutes(10).failed("cks-2").judged();
    assertThat(fleet.breaker().isOpen()).isFalse();

    // When
    fleet.minutes(5).failed("cks-3").judged();

    // Then
    assertThat(fleet.breaker().openedAt()).isEqualTo(Instant.parse("2026-03-01T10:15:00Z"));
    assertThat(fleet.breaker().held())
        .extracting(Held::customKeyStoreId)
        .containsExactly("cks-1", "cks-2", "cks-3");
    assertThat(fleet.written()).containsExactly(Kind.BREAKER_OPENED);
  }

  @Test
  void aThirdThatFailsLaterDoesNotOpenIt() {
    Fleet fleet = Fleet.of("cks-1", "cks-2", "cks-3", "cks-4");

    fleet
        .incident(Opening.FAILED, "cks-1")
        .minutes(10)
        .failed("cks-2")
        .minutes(6)
        .failed("cks-3");

    assertThat(fleet.judged().breaker().isOpen()).isFalse();
  }

  @Test
  void anAccountWithTwoStoresHasNone() {
    Fleet fleet = Fleet.of("cks-1", "cks-2").failed("cks-1", "cks-2");

    assertThat(fleet.judged().breaker().isOpen()).isFalse();
    assertThat(fleet.written()).isEmpty();
  }

  @Test
  void lessThanHalfOfTheStoresDoNotOpenIt() {
    Fleet seven = Fleet.of("cks-1", "cks-2", "cks-3", "cks-4", "cks-5", "cks-6", "cks-7")
        .failed("cks-1", "cks-2", "cks-3");
    Fleet six = Fleet.of("cks-1", "cks-2", "cks-3", "cks-4", "cks-5", "cks-6")
        .failed("cks-1", "cks-2", "cks-3");

    assertThat(seven.judged().breaker().isOpen()).isFalse();
    assertThat(six.judged().breaker().isOpen()).isTrue();
  }

  @Test
  void storesOutOfCareAndStoresThatAreGoneCountForNothing() {
    Fleet fleet = Fleet.of("cks-1", "cks-2", "cks-3").failed("cks-1", "cks-2", "cks-3");
    Fleet excluding = Fleet.of("cks-1", "cks-2", "cks-3").failed("cks-1", "cks-2", "cks-3");

    assertThat(fleet.gone("cks-3").minutes(10).judged().breaker().isOpen()).isFalse();
    assertThat(excluding.excluding("cks-3").judged().breaker().isOpen()).isFalse();
  }

  @Test
  void whatAPersonHasBegunDoesNotOpenIt() {
    Fleet fleet = Fleet.of("cks-1", "cks-2", "cks-3");

    fleet.incident(Opening.COMMAND, "cks-1").incident(Opening.FAILED, "cks-2", "cks-3");

    assertThat(fleet.judged().breaker().isOpen()).isFalse();
  }

  @Test
  void aFailedThatMayBeOlderThanTheLastConnectedDoesNotOpenIt() {
    // Given all were seen CONNECTED a moment ago: reads may go back in time
    Fleet fleet = Fleet.of("cks-1", "cks-2", "cks-3").connected("cks-1", "cks-2", "cks-3");

    // Then
    assertThat(fleet
            .minutes(9)
            .failed("cks-1", "cks-2", "cks-3")
            .judged()
            .breaker()
            .isOpen())
        .isFalse();
    assertThat(fleet.minutes(1).judged().breaker().isOpen()).isTrue();
  }

  @Test
  void theMessageSaysWhichSinceWhenWhatToCheckAndHowToReset() {
    Fleet fleet = Fleet.of("cks-1", "cks-2", "cks-3", "cks-4").failed("cks-1", "cks-2", "cks-3");

    Message letter = fleet.judged().outbox().get(0);

    assertThat(letter.thread()).isEqualTo("account@1772359200");
    assertThat(letter.subject()).isEqualTo("[keymend] 3 stores fail at once, needs you");
    assertThat(letter.body())
        .contains(
            "name-cks-2 (cks-2), proxy https://xks.example.com: FAILED XKS_PROXY_TIMED_OUT since 2026-03-01T10:00:00Z")
        .contains("Every KMS key in a store is unavailable until it is CONNECTED.")
        .contains("3 of the 4 stores in its care began to fail at about the same time")
        .contains("begins no repair of any store until you reset the breaker")
        .contains("the external key store proxy")
        .contains(RESET)
        .contains("'{\"customKeyStoreId\":\"cks-1\",\"command\":\"resume\"}'")
        .doesNotContain("cks-4");
  }

  @Test
  void itIsSaidOnceAndThenRemindedOfAfter1HourAfter4AndDaily() {
    Fleet fleet = open().told();

    assertThat(fleet.minutes(59).judged().written()).isEmpty();
    assertThat(fleet.minutes(1).judged().judged().written()).containsExactly(Kind.REMINDER);
    assertThat(fleet.told().minutes(179).judged().written()).isEmpty();
    assertThat(fleet.minutes(1).judged().written()).containsExactly(Kind.REMINDER);
    assertThat(fleet.told().minutes(24 * 60).judged().written()).containsExactly(Kind.REMINDER);
    assertThat(fleet.told().minutes(3 * 24 * 60).judged().written())
        .as("missed reminders become one")
        .containsExactly(Kind.REMINDER);
  }

  @Test
  void aStoreThatFailsWhileItIsOpenIsToldOnce() {
    Fleet fleet = open().told().minutes(20).heldBack("cks-4");

    fleet.judged().judged();

    assertThat(fleet.written()).containsExactly(Kind.BREAKER_OPENED);
    assertThat(fleet.outbox().get(0).body())
        .contains("One more store fails: name-cks-4 (cks-4)")
        .contains("'{\"customKeyStoreId\":\"cks-4\",\"command\":\"resume\"}'");
  }

  @Test
  void itIsResetByAPersonAndAnswers() {
    Fleet fleet = open().told().minutes(30);

    fleet.reset("reset-1", 0);

    assertThat(fleet.breaker().isOpen()).isFalse();
    assertThat(fleet.written()).containsExactly(Kind.BREAKER_CLOSED);
    assertThat(fleet.outbox().get(0).subject()).isEqualTo("[keymend] Breaker reset");
    assertThat(fleet.outbox().get(0).thread()).isEqualTo("account@1772359200");
  }

  @Test
  void theSameResetIsHeardOnce() {
    Fleet fleet = open().told().reset("reset-1", 0).told();

    assertThat(fleet.reset("reset-1", 0).written()).isEmpty();
  }

  @Test
  void aResetOfNothingSaysSo() {
    Fleet fleet = Fleet.of("cks-1").reset("reset-1", 0);

    assertThat(fleet.outbox().get(0).subject()).isEqualTo("[keymend] Nothing to reset");
    assertThat(fleet.outbox().get(0).body()).contains("is not open");
  }

  @Test
  void aResetFromBeforeTheOpeningDoesNotCloseIt() {
    // Given the person did not know what would happen
    Fleet fleet = open().told();

    // When
    fleet.minutes(1).reset("reset-1", 2);

    // Then
    assertThat(fleet.breaker().isOpen()).isTrue();
    assertThat(fleet.written()).containsExactly(Kind.REFUSED);
  }

  @Test
  void whatFailedBeforeTheResetDoesNotOpenItAgainAndWhatFailsAfterDoes() {
    // Given
    Fleet fleet = open().incident(Opening.FAILED, "cks-1", "cks-2", "cks-3").minutes(5);
    fleet.reset("reset-1", 0).told();

    // Then
    assertThat(fleet.judged().breaker().isOpen()).isFalse();
    assertThat(fleet
            .connected("cks-1", "cks-2", "cks-3")
            .minutes(11)
            .failed("cks-1", "cks-2", "cks-3")
            .judged()
            .breaker()
            .isOpen())
        .isTrue();
  }

  @Test
  void aStoreThatIsWellAndFailsAgainWhileItIsOpenIsToldAgain() {
    // Given
    Fleet fleet = open().told().incident(Opening.FAILED, "cks-1", "cks-2", "cks-3");
    fleet.minutes(5).connected("cks-1").judged().told();

    // When
    fleet.minutes(5).heldBack("cks-1").judged();

    // Then
    assertThat(fleet.written()).containsExactly(Kind.BREAKER_OPENED);
    assertThat(fleet.outbox().get(0).body()).contains("cks-1");
  }

  @Test
  void aStoreThatWasWellBetweenTwoJudgementsAndFailsAgainIsToldAgainOnce() {
    // Given
    Fleet fleet = open().told().incident(Opening.FAILED, "cks-1", "cks-2", "cks-3");
    fleet.minutes(5).connected("cks-1").minutes(5).heldBack("cks-1").judged();

    // When
    fleet.minutes(1).judged();

    // Then
    assertThat(fleet.written()).containsExactly(Kind.BREAKER_OPENED);
  }

  @Test
  void aResetOfAClosedBreakerChangesNothing() {
    // Given
    Fleet fleet = Fleet.of("cks-1", "cks-2", "cks-3", "cks-4").failed("cks-1", "cks-2");

    // When
    fleet.minutes(1).reset("reset-1", 0).minutes(4).failed("cks-3");

    // Then
    assertThat(fleet.judged().breaker().isOpen()).isTrue();
  }

  @Test
  void anOlderResetThatComesLaterBringsNoFailureBack() {
    // Given
    Fleet fleet = open().incident(Opening.FAILED, "cks-1", "cks-2", "cks-3").minutes(5);
    fleet.reset("reset-2", 0).told().minutes(1);

    // When
    fleet.reset("reset-1", 9).told();

    // Then
    assertThat(fleet.judged().breaker().isOpen()).isFalse();
  }

  private static Fleet open() {
    Fleet fleet = Fleet.of("cks-1", "cks-2", "cks-3", "cks-4").failed("cks-1", "cks-2", "cks-3");
    assertThat(fleet.judged().breaker().isOpen()).isTrue();
    return fleet;
  }
}
