package io.github.keymend.lab.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keymend.lab.ProjectFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    Set<String> present;
    try (Stream<Path> files = Stream.of("functions/src/test", "lab/src/test")
        .map(ProjectFiles::path)
        .flatMap(SecurityPageTest::below)) {
      present = files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
    }

    // Then
    assertThat(named).hasSizeGreaterThan(20);
    assertThat(present).containsAll(named);
  }

  private static Stream<Path> below(Path folder) {
    try {
      return Files.walk(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
