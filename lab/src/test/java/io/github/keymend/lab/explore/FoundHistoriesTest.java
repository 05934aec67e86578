package io.github.keymend.lab.explore;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keymend.lab.explore.core.CoreDepth;
import io.github.keymend.lab.explore.history.History;
import io.github.keymend.lab.explore.history.HistoryJson;
import io.github.keymend.lab.explore.rule.Rules;
import io.github.keymend.lab.explore.run.Player;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Histories in which keymend once broke a rule. The names say how. */
class FoundHistoriesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a-command-just-before-a-foreign-disconnect-while-ours-is-in-doubt",
        "a-command-just-before-a-foreign-connect-is-undone",
        "a-disconnect-in-the-second-of-the-command",
        "a-foreign-disconnect-just-before-ours",
        "a-foreign-disconnect-while-ours-is-in-doubt",
        "a-given-up-connect-is-made-after-the-stop",
        "a-given-up-correction-is-made-after-parking",
        "a-given-up-disconnect-is-made-after-parking",
        "a-given-up-open-claims-after-the-end",
        "a-look-that-could-not-be-remembered",
        "a-rejection-that-could-not-be-remembered",
        "a-rejection-seen-once-soon-after-connected",
        "a-stop-after-our-disconnect-was-claimed-by-another",
        "a-stop-that-is-heard-after-a-later-resume",
        "a-subject-that-sns-refuses-holds-up-every-message",
        "an-aborted-repair-without-incident-keeps-its-claim",
        "an-old-connected-hides-a-refused-foreign-disconnect",
        "an-old-failed-after-our-disconnect-and-disconnecting",
        "an-old-read-of-a-trigger-is-no-look",
        "an-old-failed-hides-a-foreign-disconnect"
      })
  void holdsNow(String name) throws IOException {
    // Given
    History history = HistoryJson.read(text(name + ".json"));

    // When
    var verdict = new Player(new CoreDepth(), Rules::all).play(history);

    // Then
    assertThat(verdict.breaches()).isEmpty();
  }

  private static String text(String resource) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(FoundHistoriesTest.class.getResourceAsStream(resource))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
