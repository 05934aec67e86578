package io.github.keymend.lab.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.keymend.lab.ProjectFiles;
import org.junit.jupiter.api.Test;

class GeneratedPartsTest {
  @Test
  void theDocumentationSaysWhatTheCodeSays() {
    assertThat(GeneratedParts.outdated(ProjectFiles.root()))
        .as("parts that ./keymend docs would change")
        .isEmpty();
  }

  @Test
  void aPartIsReplacedBetweenItsMarksAndNowhereElse() {
    // Given
    GeneratedPart part = new GeneratedPart("a.md", "x", "new\n");
    String file = "before\n<!-- begin x: made by ./keymend docs -->\nold\n<!-- end x -->\nafter\n";

    // When, Then
    assertThat(part.in(file))
        .isEqualTo(
            "before\n<!-- begin x: made by ./keymend docs -->\nnew\n<!-- end x -->\nafter\n");
  }

  @Test
  void aFileWithoutTheMarksIsRefused() {
    GeneratedPart part = new GeneratedPart("a.md", "x", "new\n");

    assertThatThrownBy(() -> part.in("nothing here"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a.md lacks the marks");
  }
}
