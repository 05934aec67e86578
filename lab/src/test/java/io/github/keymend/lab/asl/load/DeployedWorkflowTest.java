package io.github.keymend.lab.asl.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.keymend.lab.asl.model.AslFile;
import io.github.keymend.lab.asl.model.Catcher;
import io.github.keymend.lab.asl.model.ErrorEquals;
import io.github.keymend.lab.asl.model.Retrier;
import io.github.keymend.lab.asl.model.TaskState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The workflow file that is deployed. */
class DeployedWorkflowTest {
  private static final Path FILE = Path.of("..", "statemachine", "repair.asl.yaml");
  private static final List<String> FUNCTIONS = List.of(
      "Open", "Look", "Diagnose", "Disconnect", "Correct", "Connect", "Park", "Close", "Tell");

  private static Map<String, String> substitutions() {
    return Stream.concat(Stream.of("Partition"), FUNCTIONS.stream().map(name -> name + "Function"))
        .collect(Collectors.toMap(name -> name, name -> name.equals("Partition") ? "aws" : name));
  }

  @Test
  void nothingInItIsRefused() throws IOException {
    assertThat(AslScan.scan(Files.readString(FILE), substitutions())).isEmpty();
  }

  @Test
  void everyExceptionThatItNamesIsAClassUnderItsBinaryName() {
    // Given
    AslFile file = AslLoader.load(FILE, substitutions());
    // When
    List<String> ours = file.states().values().stream()
        .filter(TaskState.class::isInstance)
        .map(TaskState.class::cast)
        .flatMap(task -> Stream.concat(
            task.retry().stream().map(Retrier::errors),
            task.catches().stream().map(Catcher::errors)))
        .map(ErrorEquals::names)
        .flatMap(List::stream)
        .filter(name -> name.startsWith("io.github.keymend."))
        .distinct()
        .toList();
    // Then: a renamed package would disable a retry without anybody noticing
    assertThat(ours).isNotEmpty();
    assertThat(ours)
        .allSatisfy(name -> assertThatCode(
                () -> assertThat(Class.forName(name)).isAssignableTo(Exception.class))
            .doesNotThrowAnyException());
  }
}
