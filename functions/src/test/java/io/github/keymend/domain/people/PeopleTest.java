package io.github.keymend.domain.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Events come in any order: an older one does not take the place of a later one. */
class PeopleTest {
  private static final Instant OLDER = Instant.parse("2026-03-01T10:00:00Z");
  private static final Instant LATER = Instant.parse("2026-03-01T10:05:00Z");

  @Test
  void theLastAcceptedConnectIsTheLatestWhateverTheOrder() {
    // When
    People people = People.NOBODY.connectAccepted(LATER).foreignConnect(OLDER);

    // Then
    assertThat(people.connectAcceptedAt()).isEqualTo(LATER);
    assertThat(people.connectAccepted(LATER.plusSeconds(1)).connectAcceptedAt())
        .isEqualTo(LATER.plusSeconds(1));
  }

  @Test
  void theLastForeignConnectIsTheLatestWhateverTheOrder() {
    // When
    People people = People.NOBODY.foreignConnect(LATER).foreignConnect(OLDER);

    // Then
    assertThat(people.foreignConnectAt()).isEqualTo(LATER);
    assertThat(people.foreignConnect(LATER.plusSeconds(1)).foreignConnectAt())
        .isEqualTo(LATER.plusSeconds(1));
  }

  @Test
  void theLastForeignDisconnectIsTheLatestWhateverTheOrder() {
    // When
    People people = People.NOBODY.disconnected(LATER).disconnected(OLDER);

    // Then
    assertThat(people.lastDisconnect()).isEqualTo(LATER);
    assertThat(people.disconnected(LATER.plusSeconds(1)).lastDisconnect())
        .isEqualTo(LATER.plusSeconds(1));
  }

  @Test
  void theLastResumeIsTheLatestWhateverTheOrder() {
    // When
    People people = People.NOBODY.resumed(LATER).resumed(OLDER);

    // Then
    assertThat(people.resumedAt()).isEqualTo(LATER);
    assertThat(people.resumed(LATER.plusSeconds(1)).resumedAt()).isEqualTo(LATER.plusSeconds(1));
  }
}
