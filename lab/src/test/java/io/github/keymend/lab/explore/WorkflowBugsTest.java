package io.github.keymend.lab.explore;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keymend.lab.ProjectFiles;
import io.github.keymend.lab.asl.load.AslLoader;
import io.github.keymend.lab.explore.full.FullDepth;
import io.github.keymend.lab.explore.full.Permissions;
import io.github.keymend.lab.explore.rule.Rules;
import io.github.keymend.lab.explore.run.Generator;
import io.github.keymend.lab.explore.run.Player;
import io.github.keymend.lab.stage.Lab;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each bug in the workflow's text is found by the history that the table in docs/exploration.md says. */
class WorkflowBugsTest {
  static List<WorkflowBug> bugs() {
    return WorkflowBugs.all();
  }

  @ParameterizedTest
  @MethodSource("bugs")
  void isFound(WorkflowBug bug) {
    // Given
    var workflow = AslLoader.parse(bug.workflow(), Lab.substitutions());
    var depth = new FullDepth(workflow, UnaryOperator.identity(), Permissions.ALL);

    // When
    var verdict = new Player(depth, Rules::all).play(Generator.history(bug.histories()));

    // Then
    assertThat(verdict.broken()).as(bug.name()).isPresent();
    assertThat(ProjectFiles.text("docs/exploration.md"))
        .contains("| " + bug.name() + " | " + bug.histories() + " |");
  }
}
