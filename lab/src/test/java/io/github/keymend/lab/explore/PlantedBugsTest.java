package io.github.keymend.lab.explore;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keymend.lab.ProjectFiles;
import io.github.keymend.lab.explore.core.CoreDepth;
import io.github.keymend.lab.explore.rule.Rules;
import io.github.keymend.lab.explore.run.Generator;
import io.github.keymend.lab.explore.run.Player;
import io.github.keymend.lab.explore.run.Verdict;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A search that cannot find anything is worth nothing: each planted bug is found within a bounded number of histories. */
class PlantedBugsTest {
  static List<PlantedBug> bugs() {
    return Stream.concat(PlantedBugs.all().stream(), BreakerBugs.all().stream()).toList();
  }

  @ParameterizedTest
  @MethodSource("bugs")
  void isFound(PlantedBug bug) {
    // Given
    Player player = new Player(new CoreDepth(bug.plant()), Rules::all);

    // When
    int histories = 0;
    Verdict verdict = new Verdict(List.of());
    while (verdict.broken().isEmpty() && histories < bug.histories()) {
      verdict = player.play(Generator.history(++histories));
    }

    // Then
    assertThat(verdict.broken()).as(bug.name()).isPresent();
    assertThat(ProjectFiles.text("docs/exploration.md"))
        .contains("| " + bug.name() + " | " + histories + " |");
  }
}
