package io.github.keymend.lab.explore;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keymend.lab.ProjectFiles;
import io.github.keymend.lab.asl.load.AslLoader;
import io.github.keymend.lab.asl.model.AslFile;
import io.github.keymend.lab.explore.full.FullDepth;
import io.github.keymend.lab.explore.full.Permissions;
import io.github.keymend.lab.explore.run.Explorer;
import io.github.keymend.lab.stage.Lab;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * An execution goes on with the workflow that it was started with, and calls the functions of today: those must bear what
 * an older workflow hands in. The fixture is the workflow that was deployed on its date; at each release that changes the
 * workflow, copy {@code statemachine/repair.asl.yaml} to a new fixture and name it here.
 */
class OldWorkflowTest {
  private static final String FIXTURE =
      "lab/src/test/resources/io/github/keymend/lab/explore/repair-2026-11-25.asl.yaml";
  private static final int HISTORIES = 60;

  @Test
  void noHistoryBreaksARuleWithAnOldWorkflowAndTheFunctionsOfToday() {
    // Given
    AslFile old = AslLoader.parse(ProjectFiles.text(FIXTURE), Lab.substitutions());

    // When
    var exploration = new Explorer(
            () -> new FullDepth(old, UnaryOperator.identity(), Permissions.ALL), 2)
        .explore(1, HISTORIES, played -> {});

    // Then
    assertThat(exploration.found()).isEmpty();
  }
}
