package io.github.keymend.lab.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.keymend.lab.explore.core.CoreDepth;
import io.github.keymend.lab.explore.full.FullDepth;
import io.github.keymend.lab.explore.history.History;
import io.github.keymend.lab.explore.history.HistoryJson;
import io.github.keymend.lab.explore.history.TimedAction;
import io.github.keymend.lab.explore.history.Trouble;
import io.github.keymend.lab.explore.rule.Rules;
import io.github.keymend.lab.explore.run.Explorer;
import io.github.keymend.lab.explore.run.Generator;
import io.github.keymend.lab.explore.run.Player;
import io.github.keymend.lab.explore.stage.Depth;
import io.github.keymend.lab.explore.stage.Witness;
import io.github.keymend.lab.sns.Published;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplorationTest {
  private static final int CORE = 1500;
  private static final int FULL = 30;

  @Test
  void noHistoryBreaksARuleInCoreDepth() {
    // When
    var exploration = new Explorer(CoreDepth::new, 2).explore(1, CORE, played -> {});

    // Then
    assertThat(exploration.found()).isEmpty();
    assertThat(exploration.histories()).isEqualTo(CORE);
  }

  @Test
  void noHistoryBreaksARuleInFullDepth() {
    // When
    var exploration = new Explorer(FullDepth::new, 2).explore(1, FULL, played -> {});

    // Then
    assertThat(exploration.found()).isEmpty();
    assertThat(exploration.histories()).isEqualTo(FULL);
  }

  @Test
  void theModelOfTheWorkflowTakesTheWayOfTheDeployedOne() {
    for (long seed = 1; seed <= FULL; seed++) {
      // Given
      History history = Generator.history(seed);
      if (asksOtherServices(history)) {
        // Their errors meet the SDK, which is left out at core depth.
        continue;
      }

      // Then
      assertThat(way(new CoreDepth(), history))
          .as("seed " + seed)
          .isEqualTo(way(new FullDepth(), history));
    }
  }

  private static boolean asksOtherServices(History history) {
    return history.actions().stream()
        .map(TimedAction::action)
        .anyMatch(action -> action instanceof Trouble.CallsGoWrong wrong
            && !wrong.operation().endsWith("CustomKeyStore")
            && !wrong.operation().endsWith("CustomKeyStores"));
  }

  @Test
  void aHistoryComesBackFromItsFile() {
    for (long seed = 1; seed <= 200; seed++) {
      // Given
      History history = Generator.history(seed);

      // Then
      assertThat(HistoryJson.read(HistoryJson.write(history))).isEqualTo(history);
    }
  }

  @Test
  void theSameHistoryTakesTheSameWayAgain() {
    // Given
    History history = Generator.history(7);

    // Then
    assertThat(way(new CoreDepth(), history))
        .isEqualTo(way(new CoreDepth(), history))
        .isNotEmpty();
  }

  /** Every state that is entered, every end, every message. */
  private static List<String> way(Depth depth, History history) {
    List<String> way = new ArrayList<>();
    new Player(depth, Rules::all).play(history, new Witness() {
      @Override
      public void entered(String execution, String state) {
        way.add(execution + " > " + state);
      }

      @Override
      public void ended(String execution, String status) {
        way.add(execution + " " + status);
      }

      @Override
      public void published(Published message) {
        way.add(message.at() + " " + message.request().subject());
      }
    });
    return way;
  }

  @Test
  void whatBreaksDownHasNotExplored() {
    Explorer explorer = new Explorer(
        () -> {
          throw new IllegalArgumentException("no workflow");
        },
        2);

    assertThatThrownBy(() -> explorer.explore(1, 10, played -> {}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no workflow");
  }
}
