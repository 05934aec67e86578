package io.github.keymend.lab.asl.load;

import java.util.List;
import java.util.stream.Collectors;

/** A workflow file is refused; the message lists every finding, one a line. */
public final class AslRefusedException extends RuntimeException {
  private final transient List<Finding> findings;

  /** Takes at least one finding. */
  public AslRefusedException(List<Finding> findings) {
    super(findings.stream()
        .map(Finding::toString)
        .collect(Collectors.joining("\n", "workflow refused:\n", "")));
    this.findings = List.copyOf(findings);
  }

  /** Everything that is refused. */
  public List<Finding> findings() {
    return findings;
  }
}
