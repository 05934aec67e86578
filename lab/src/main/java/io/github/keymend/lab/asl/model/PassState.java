package io.github.keymend.lab.asl.model;

import java.util.stream.Stream;

/**
 * A state that only computes.
 *
 * @param name of the state
 * @param exit the way out
 */
public record PassState(String name, Exit exit) implements State {
  @Override
  public Stream<Exit> exits() {
    return Stream.of(exit);
  }
}
