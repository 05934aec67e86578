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
    return YamlText.read(text, findings).map(machine -> {
      AslFile file = AslReader.read(machine, findings);
      // While a state is unreadable, arrows and variables would be reported that are none of the
      // file's faults.
      if (file.states().size() == machine.path("States").size()) {
        GraphScan.scan(file, findings);
        VariableScan.scan(file, findings);
      }
      StatesScan.scan(file, findings);
      return file;
    });
  }
}
