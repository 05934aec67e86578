package io.github.keymend.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files of the project that are not Java, found from whichever module the tests run in. */
public final class ProjectFiles {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ProjectFiles() {}

  /** The folder that template.yaml is in. */
  public static Path root() {
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve("template.yaml"))) {
        return folder;
      }
    }
    throw new IllegalStateException("run the tests inside the project: no template.yaml above "
        + Path.of("").toAbsolutePath());
  }

  /** A file by its name relative to the root. */
  public static Path path(String name) {
    return root().resolve(name);
  }

  /** What is in a file. */
  public static String text(String name) {
    try {
      return Files.readString(path(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code events/<name>.json}. */
  public static JsonNode event(String name) {
    try {
      return JSON.readTree(text("events/" + name + ".json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
