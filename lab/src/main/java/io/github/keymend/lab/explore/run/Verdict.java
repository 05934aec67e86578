package io.github.keymend.lab.explore.run;

import io.github.keymend.lab.explore.rule.Breach;
import java.util.List;
import java.util.Optional;

/**
 * What came of a history.
 *
 * @param breaches the rules that were broken, in the order of time
 */
public record Verdict(List<Breach> breaches) {
  /** The first rule that was broken and need not have been. */
  public Optional<Breach> broken() {
    return breaches.stream().filter(breach -> !breach.unavoidable()).findFirst();
  }

  /** How many breaks could not have been avoided. */
  public long unavoidable() {
    return breaches.stream().filter(Breach::unavoidable).count();
  }
}
