package io.github.keymend.domain.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keymend.domain.Story;
import io.github.keymend.domain.incident.ParkReason;
import io.github.keymend.domain.incident.Parked;
import io.github.keymend.domain.incident.StoreItem;
import io.github.keymend.domain.store.ConnectionState;
import io.github.keymend.domain.store.Identity;
import io.github.keymend.domain.store.StoreType;
import org.junit.jupiter.api.Test;

/** Subjects, ids and threads of messages. */
class ThreadTest {
  private final Story story = Story.external();

  @Test
  void aSubjectIsFewerThanAHundredCharactersOfAscii() {
    // Given a name with whatever KMS allows, and more
    Identity odd = new Identity(
        "cks-1234567890abcdef0",
        "Schlüssel\nspeicher " + "x".repeat(230),
        StoreType.AWS_CLOUDHSM,
        "");
    StoreItem item = StoreItem.of(odd);

    // When
    Message letter = story.letters().unexpectedWithoutIncident(item, "detail", story.now());

    // Then
    assertThat(letter.subject()).hasSize(99).matches("[\\x20-\\x7E]*").startsWith("[keymend] ");
    assertThat(letter.body()).contains("cks-1234567890abcdef0");
  }

  @Test
  void theMessagesOfAnIncidentAreOneThread() {
    // Given
    story.repair("repair-1").connectedByUs("INTERNAL_ERROR");
    story.parks(ParkReason.STUCK);
    story.minutes(60).reminds();
    String thread = story.incident().id();

    // When
    story.closes(false);

    // Then
    assertThat(story.item().outbox())
        .hasSize(4)
        .allMatch(message -> message.thread().equals(thread))
        .extracting(Message::id)
        .doesNotHaveDuplicates();
  }

  @Test
  void theSameTurnHasTheSameIdWheneverItIsWritten() {
    // Given
    story.repair("repair-1").seesFailedTwice("INTERNAL_ERROR").decides();
    Parked parked =
        new Parked(ParkReason.STUCK, ConnectionState.CONNECTING, null, story.now(), null, 3, 0);

    // When
    String first = String.valueOf(story.letters().parked(story.item(), parked, "", story.now()));
    String again = String.valueOf(story.letters().parked(story.item(), parked, "", story.now()));

    // Then
    assertThat(again).isEqualTo(first).contains("/parked/3/STUCK");
  }

  @Test
  void withoutAnIncidentTheStoreIsTheThread() {
    // When
    Message letter = story.letters().unexpectedWithoutIncident(story.item(), "detail", story.now());

    // Then
    assertThat(letter.thread()).isEqualTo("cks-1234567890abcdef0");
  }

  @Test
  void anotherErrorInTheSameRestIsToldToo() {
    // Given
    story.repair("repair-1").seesFailedTwice("INTERNAL_ERROR").decidesAndDiagnoses();
    story.parks(ParkReason.UNEXPECTED, "States.Timeout");
    String first = story.letter().id();

    // When
    story.parks(ParkReason.UNEXPECTED, "Lambda.Unknown");

    // Then
    assertThat(story.letter().id()).isNotEqualTo(first);
  }
}
