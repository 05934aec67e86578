package io.github.keymend.lab.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keymend.lab.ProjectFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SecurityPageTest {
  @Test
  void everyTestThatTheRulesNameExists() throws IOException {
    // Given
    Set<String> named = Pattern.compile("`(\\w+Test)`")
        .matcher(ProjectFiles.text("SECURITY.md"))
        .results()
        .map((MatchResult match) -> match.group(1) + ".java")
        .collect(Collectors.toSet());

    // When
    Set<String> present = new HashSet<>(tests("functions/src/test"));
    present.addAll(tests("lab/src/test"));

    // Then
    assertThat(named).hasSizeGreaterThan(20);
    assertThat(present).containsAll(named);
  }

  private static Set<String> tests(String folder) throws IOException {
    try (Stream<Path> files = Files.walk(ProjectFiles.path(folder))) {
      return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
    }
  }
}
