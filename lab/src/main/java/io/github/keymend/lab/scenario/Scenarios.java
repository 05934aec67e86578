package io.github.keymend.lab.scenario;

import java.util.List;
import java.util.stream.Stream;

/** All scenarios, in the order in which they are played. */
public final class Scenarios {
  private static final List<Scenario> ALL = Stream.of(
          CloudHsmPairs.all(),
          ExternalPairs.all(),
          QuietScenarios.all(),
          RepairScenarios.all(),
          OperatorScenarios.all())
      .flatMap(List::stream)
      .toList();

  private Scenarios() {}

  /** All of them. */
  public static List<Scenario> all() {
    return ALL;
  }
}
