package io.github.keymend.lab.template;

import java.nio.file.Files;
import java.nio.file.Path;

/** The files that are deployed. */
public final class SourceFiles {
  private SourceFiles() {}

  /** A file that is deployed, found from where the launcher is, the working directory, or the one above it. */
  public static Path find(String first, String... more) {
    Path file = Path.of(first, more);
    Path here = Path.of(System.getProperty("keymend.home", "")).resolve(file);
    return Files.exists(here) ? here : Path.of("..").resolve(file);
  }
}
