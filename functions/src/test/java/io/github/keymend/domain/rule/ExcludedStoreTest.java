package io.github.keymend.domain.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keymend.domain.Story;
import io.github.keymend.domain.incident.Act;
import io.github.keymend.domain.incident.ParkReason;
import io.github.keymend.domain.message.Message.Kind;
import io.github.keymend.domain.people.Command;
import io.github.keymend.domain.rule.Sweeping.Verdict;
import io.github.keymend.domain.store.ConnectionState;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A store that the operator excludes is left alone; what was open when it left is brought to rest, and told. */
class ExcludedStoreTest {
  private static final Next LEFT_ALONE = new Next.Park(ParkReason.NOT_IN_CARE, null);
  private final Story story = Story.external();

  @Test
  void theExclusionWinsOverTheInclusion() {
    Settings settings =
        new Settings(Mode.REPAIR, Set.of("cks-1", "cks-2"), Set.of("cks-2"), 3, Map.of());

    assertThat(settings.caresFor("cks-1")).isTrue();
    assertThat(settings.caresFor("cks-2")).isFalse();
    assertThat(settings.mayActOn("cks-2")).isFalse();
    assertThat(settings.caresFor("cks-3")).isFalse();
  }

  @Test
  void noIncidentIsOpened() {
    // Given a repair that was on its way when the store was excluded
    story.repair("repair-1").excluded().seesFailedTwice("INTERNAL_ERROR");

    // Then
    assertThat(story.decides()).isEqualTo(new Next.Leave());
    assertThat(story.item().incident()).isNull();
    assertThat(story.sweeps(OwnerStatus.SUCCEEDED)).isEqualTo(Verdict.NOTHING);
  }

  @Test
  void whatWeHadDisconnectedIsNotConnectedAndAPersonIsTold() {
    // Given rule 7: nobody else knows that it was us
    story.repair("repair-1").disconnectedByUs("INTERNAL_ERROR").sends().excluded();

    // When
    assertThat(story.decides()).isEqualTo(LEFT_ALONE);
    story.parks(ParkReason.NOT_IN_CARE);

    // Then
    assertThat(story.intends(Act.CONNECT)).isFalse();
    assertThat(story.letter().kind()).isEqualTo(Kind.PERSON_NEEDED);
    assertThat(story.letter().subject()).startsWith("[keymend] Left alone: payments");
    assertThat(story.letter().body())
        .contains("keymend disconnected the store to repair it, and it is not connected again.")
        .contains("Stores and ExcludedStores take the store out of keymend's care")
        .contains("aws kms connect-custom-key-store --custom-key-store-id cks-1234567890abcdef0")
        .doesNotContain("\"command\":\"resume\"")
        .doesNotContain("\"command\":\"connect\"");
  }

  @Test
  void whoeverLeftTheStoreDownIsRememberedAndAPersonIsReminded() {
    // Given
    story.repair("repair-1").disconnectedByUs("INTERNAL_ERROR").excluded();
    story.parks(ParkReason.NOT_IN_CARE);
    story.sends();

    // Then
    assertThat(story.minutes(60).reminds().written()).containsExactly(Kind.REMINDER);
  }

  @Test
  void aStoreThatWasLeftAsItWasIsTalkedOfOnce() {
    // Given it is FAILED, and keymend has done nothing to it
    story.repair("repair-1").seesFailedTwice("INTERNAL_ERROR").hasIncident().excluded();
    assertThat(story.diagnoses().reason()).isEqualTo(ParkReason.NOT_IN_CARE);
    story.parks(ParkReason.NOT_IN_CARE);
    assertThat(story.written()).containsExactly(Kind.PERSON_NEEDED);
    story.sends();

    // Then neither a reminder nor another repair comes
    assertThat(story.minutes(600).reminds().written()).isEmpty();
    assertThat(story.sweeps(OwnerStatus.SUCCEEDED)).isEqualTo(Verdict.NOTHING);
    assertThat(story.seesFailed("NETWORK_ERRORS").sweeps(OwnerStatus.SUCCEEDED))
        .isEqualTo(Verdict.NOTHING);
  }

  @Test
  void anIncidentThatRestsSilentlyIsToldWhenTheStoreIsExcluded() {
    // Given the repair ended for want of time, the store DISCONNECTED by us, and no word was said
    story.repair("repair-1").disconnectedByUs("INTERNAL_ERROR");
    story.rests(ParkReason.CONTINUES_LATER, story.now());
    story.excluded();

    // When
    assertThat(story.sweeps(OwnerStatus.SUCCEEDED)).isEqualTo(Verdict.START);
    story.repair("repair-2").sees(ConnectionState.DISCONNECTED);

    // Then
    assertThat(story.decides()).isEqualTo(LEFT_ALONE);
  }

  @Test
  void anIncidentEndsWhenSomebodyConnectsTheStore() {
    // Given
    story.repair("repair-1").disconnectedByUs("INTERNAL_ERROR").excluded();
    story.parks(ParkReason.NOT_IN_CARE);

    // When
    story.minutes(20).sees(ConnectionState.CONNECTED);

    // Then
    assertThat(story.sweeps(OwnerStatus.SUCCEEDED)).isEqualTo(Verdict.START);
    story.repair("repair-2").seconds(10).sees(ConnectionState.CONNECTED);
    assertThat(story.decides()).isEqualTo(new Next.Close(false));
  }

  @Test
  void givenBackTheIncidentIsTakenUp() {
    // Given
    story.repair("repair-1").disconnectedByUs("INTERNAL_ERROR").excluded();
    story.parks(ParkReason.NOT_IN_CARE);

    // When
    story.included();

    // Then
    assertThat(story.sweeps(OwnerStatus.SUCCEEDED)).isEqualTo(Verdict.START);
    story.repair("repair-2").sees(ConnectionState.DISCONNECTED);
    assertThat(story.decides()).isEqualTo(new Next.Connect(1));
  }

  @Test
  void aStopIsKeptAndKeepsItSilent() {
    // Given
    story.repair("repair-1").seesFailedTwice("INTERNAL_ERROR").hasIncident();
    story.commanded(Command.STOP).excluded();
    assertThat(story.diagnoses().reason()).isEqualTo(ParkReason.STOPPED);
    story.parks(ParkReason.STOPPED);

    // Then
    assertThat(story.written()).isEmpty();
    assertThat(story.sweeps(OwnerStatus.SUCCEEDED)).isEqualTo(Verdict.NOTHING);
  }
}
