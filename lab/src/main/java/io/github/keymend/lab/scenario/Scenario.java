package io.github.keymend.lab.scenario;

import java.util.List;

/**
 * A store, how keymend is deployed, and what happens.
 *
 * @param name unique; the key of its expected outcome
 * @param about the error code, or what it is about, for a column
 * @param shape the store
 * @param mode {@code repair} or {@code observe}
 * @param hasSecret whether a secret is named for the store, which opts in to the correction
 * @param excluded whether the operator has excluded the store
 * @param script what happens, in order
 */
public record Scenario(
    String name,
    String about,
    StoreShape shape,
    String mode,
    boolean hasSecret,
    boolean excluded,
    List<Step> script) {
  /** A defensive copy of the script. */
  public Scenario {
    script = List.copyOf(script);
  }

  /** In repair mode, without a secret. */
  public static Scenario of(String name, String about, StoreShape shape, Step... script) {
    return new Scenario(name, about, shape, "repair", false, false, List.of(script));
  }

  /** The same with a secret named for the store. */
  public Scenario withSecret() {
    return new Scenario(name, about, shape, mode, true, excluded, script);
  }

  /** The same in another mode. */
  public Scenario in(String other) {
    return new Scenario(name, about, shape, other, hasSecret, excluded, script);
  }

  /** The same with the store excluded. */
  public Scenario leftAlone() {
    return new Scenario(name, about, shape, mode, hasSecret, true, script);
  }
}
