package io.github.keymend.lab.asl.load;

import io.github.keymend.lab.asl.model.AslFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that is wrong with a workflow, also what no public validator finds. */
public final class AslScan {
  private AslScan() {}

  /**
   * All findings in the text of a workflow; empty means that it is fine.
   *
   * @param substitutions values for every {@code ${Name}} in it
   */
  public static List<Finding> scan(String yaml, Map<String, String> substitutions) {
    Findings findings = new Findings();
    read(yaml, substitutions, findings);
    return findings.list();
  }

  static Optional<AslFile> read(String yaml, Map<String, String> substitutions, Findings findings) {
    String text = Substitutions.apply(yaml, substitutions, findings);
    Optional<AslFile> file =
        YamlText.read(text, findings).map(machine -> AslReader.read(machine, findings));
    file.ifPresent(read -> {
      GraphScan.scan(read, findings);
      StatesScan.scan(read, findings);
      VariableScan.scan(read, findings);
    });
    return file;
  }
}
