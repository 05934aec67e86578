package io.github.keymend.lab.asl.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * A branching.
 *
 * @param name of the state
 * @param rules asked in order
 * @param otherwise the Default, taken with the Assign and Output of the state itself when no rule holds
 */
public record ChoiceState(String name, List<ChoiceRule> rules, Exit otherwise) implements State {
  @Override
  public Stream<Exit> exits() {
    return Stream.concat(rules.stream().map(ChoiceRule::exit), Stream.of(otherwise));
  }
}
