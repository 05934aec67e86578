package io.github.keymend.lab.explore.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keymend.lab.asl.load.AslLoader;
import io.github.keymend.lab.asl.model.AslFile;
import io.github.keymend.lab.asl.model.State;
import io.github.keymend.lab.asl.model.TaskState;
import io.github.keymend.lab.asl.model.WaitState;
import io.github.keymend.lab.explore.history.Deed;
import io.github.keymend.lab.stage.Lab;
import io.github.keymend.lab.stage.LabSettings;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CoverageTest {
  private static final AslFile WORKFLOW =
      AslLoader.load(LabSettings.deployedWorkflow(), Lab.substitutions());

  private static Set<String> names(Predicate<State> which) {
    return WORKFLOW.states().values().stream()
        .filter(which)
        .map(State::name)
        .collect(Collectors.toSet());
  }

  @Test
  void timePassesInTasksAndWaitsAlone() {
    assertThat(Coverage.WAITS).isEqualTo(names(state -> state instanceof WaitState));
    assertThat(Coverage.TIMELESS)
        .isEqualTo(names(state -> !(state instanceof WaitState) && !(state instanceof TaskState)));
  }

  @Test
  void countsWhatWasMetAndWhatCouldBeMet() {
    // Given
    Coverage coverage = new Coverage();
    coverage.next();

    // When
    coverage.entered("execution", "Look");
    coverage.performed(0, new Deed.Connects());

    // Then
    assertThat(coverage.reached()).isEqualTo(1);
    assertThat(coverage.unmet()).containsExactly("(nothing runs) x Connects");
  }
}
