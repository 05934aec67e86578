package io.github.keymend.lab.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keymend.lab.ProjectFiles;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The workflow and the template agree on the names between them. */
class SubstitutionsTest {
  private static final JsonNode MACHINE =
      DeployedTemplate.by(Deployments.repairing()).properties("RepairStateMachine");

  @Test
  void every_substitution_of_the_workflow_is_supplied_and_none_is_superfluous() {
    // Given
    String file = MACHINE.path("DefinitionUri").asText();
    assumeThat(Files.exists(ProjectFiles.path(file)))
        .as("the workflow is written")
        .isTrue();
    Set<String> used = new TreeSet<>();

    // When
    Pattern.compile("\\$\\{([A-Za-z0-9]+)}")
        .matcher(ProjectFiles.text(file))
        .results()
        .forEach(it -> used.add(it.group(1)));

    // Then
    assertThat(MACHINE.path("DefinitionSubstitutions").properties())
        .extracting(Map.Entry::getKey)
        .containsExactlyInAnyOrderElementsOf(used);
  }

  @Test
  void a_second_stack_in_the_account_and_region_fails_to_deploy() {
    assertThat(MACHINE.path("Name").asText()).isEqualTo("keymend-repair");
    assertThat(MACHINE.path("Type").asText()).isEqualTo("STANDARD");
  }
}
