package io.github.keymend.lab.docs;

import io.github.keymend.lab.asl.load.AslLoader;
import io.github.keymend.lab.asl.picture.WorkflowPicture;
import io.github.keymend.lab.stage.Lab;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** All parts of the documentation that are made from the code. */
public final class GeneratedParts {
  private GeneratedParts() {}

  /** The parts, made from the code and from the files below the root of the project. */
  public static List<GeneratedPart> all(Path root) {
    Path workflow = root.resolve("statemachine").resolve("repair.asl.yaml");
    String picture = WorkflowPicture.render(AslLoader.load(workflow, Lab.substitutions()));
    return List.of(
        new GeneratedPart("README.md", "workflow", "```mermaid\n" + picture + "```\n"),
        new GeneratedPart("README.md", "decision table", DecisionTablePage.codes()),
        new GeneratedPart(
            "docs/decision-table.md", "whole decision table", DecisionTablePage.whole()),
        new GeneratedPart("docs/lab/switches.md", "switches", SwitchesPage.table()));
  }

  /** The files whose parts are not what the code says now. */
  public static List<String> outdated(Path root) {
    List<String> outdated = new ArrayList<>();
    for (GeneratedPart part : all(root)) {
      String content = read(root.resolve(part.file()));
      if (!part.in(content).equals(content)) {
        outdated.add(part.file() + ", " + part.name());
      }
    }
    return outdated;
  }

  /** Makes every part anew in its file. */
  public static void write(Path root) {
    for (GeneratedPart part : all(root)) {
      Path file = root.resolve(part.file());
      try {
        Files.writeString(file, part.in(read(file)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
