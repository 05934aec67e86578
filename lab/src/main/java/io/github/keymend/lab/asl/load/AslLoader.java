package io.github.keymend.lab.asl.load;

import io.github.keymend.lab.asl.model.AslFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Loads a workflow that can be run. Load once, run often. */
public final class AslLoader {
  private AslLoader() {}

  /**
   * Reads the deployed file.
   *
   * @param substitutions values for every {@code ${Name}} in it
   * @throws AslRefusedException if anything in it is wrong
   * @throws UncheckedIOException if the file cannot be read
   */
  public static AslFile load(Path file, Map<String, String> substitutions) {
    try {
      return parse(Files.readString(file), substitutions);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the workflow " + file, e);
    }
  }

  /**
   * Reads the text of a workflow in YAML (or JSON, which is YAML).
   *
   * @throws AslRefusedException if anything in it is wrong
   */
  public static AslFile parse(String yaml, Map<String, String> substitutions) {
    Findings findings = new Findings();
    return AslScan.read(yaml, substitutions, findings)
        .filter(file -> findings.isEmpty())
        .orElseThrow(() -> new AslRefusedException(findings.list()));
  }
}
