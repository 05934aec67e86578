package io.github.keymend.lab.asl.load;

import java.util.ArrayList;
import java.util.List;

/** Collects what is refused, so that one look at a file tells everything. */
final class Findings {
  private final List<Finding> findings = new ArrayList<>();

  void add(String where, String problem) {
    Finding finding = new Finding(where, problem);
    if (!findings.contains(finding)) {
      findings.add(finding);
    }
  }

  boolean isEmpty() {
    return findings.isEmpty();
  }

  List<Finding> list() {
    return List.copyOf(findings);
  }
}
