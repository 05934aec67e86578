package io.github.keymend.domain.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keymend.domain.Fleet;
import io.github.keymend.domain.breaker.Breaker;
import io.github.keymend.domain.incident.Opening;
import io.github.keymend.domain.message.Message.Kind;
import org.junit.jupiter.api.Test;

/** The account's breaker closes by itself when no store needs it any more, and not before. */
class BreakerClosesTest {
  @Test
  void itClosesByItselfWhenAllItsStoresAreConnectedAgain() {
    Fleet fleet = open().told().incident(Opening.FAILED, "cks-1", "cks-2", "cks-3");

    assertThat(fleet.minutes(20).connected("cks-1", "cks-2").judged().breaker().isOpen())
        .isTrue();
    assertThat(fleet.connected("cks-3").judged().breaker().isOpen()).isFalse();
    assertThat(fleet.written()).containsExactly(Kind.BREAKER_CLOSED);
    assertThat(fleet.outbox().get(0).subject())
        .isEqualTo("[keymend] Breaker closed, none is down any more");
  }

  @Test
  void aStoreThatIsGoneDoesNotKeepItOpen() {
    Fleet fleet =
        open().told().minutes(20).connected("cks-1", "cks-2").gone("cks-3").minutes(10);

    assertThat(fleet.judged().breaker().isOpen()).isFalse();
  }

  @Test
  void oneListThatLacksItsStoresDoesNotCloseIt() {
    Fleet fleet =
        open().told().incident(Opening.FAILED, "cks-1", "cks-2", "cks-3").minutes(20);

    fleet.gone("cks-1").gone("cks-2").gone("cks-3").judged();

    assertThat(fleet.breaker().isOpen()).isTrue();
  }

  @Test
  void aLookFromBeforeTheOpeningDoesNotCloseIt() {
    // Given a sweep that looked while all were well, and judges after another has opened it
    Fleet slow = Fleet.of("cks-1", "cks-2", "cks-3").minutes(1);
    Breaker opened = open().breaker();

    // Then
    assertThat(slow.judging(opened).judged().breaker().isOpen()).isTrue();
  }

  @Test
  void storesThatAreLeftAloneByNowAreNotSaidToBeConnected() {
    Fleet fleet =
        open().told().incident(Opening.FAILED, "cks-1", "cks-2", "cks-3").minutes(20);

    fleet.connected("cks-3").excluding("cks-1", "cks-2").judged();

    assertThat(fleet.written()).containsExactly(Kind.BREAKER_CLOSED);
    assertThat(fleet.outbox().get(0).body())
        .contains("each is CONNECTED again, gone, or out of keymend's care.");
  }

  private static Fleet open() {
    Fleet fleet = Fleet.of("cks-1", "cks-2", "cks-3", "cks-4").failed("cks-1", "cks-2", "cks-3");
    assertThat(fleet.judged().breaker().isOpen()).isTrue();
    return fleet;
  }
}
