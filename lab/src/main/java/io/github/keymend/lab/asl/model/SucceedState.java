package io.github.keymend.lab.asl.model;

import java.util.stream.Stream;

/**
 * A good end.
 *
 * @param name of the state
 * @param exit leads nowhere and assigns nothing, may have an output
 */
public record SucceedState(String name, Exit exit) implements State {
  @Override
  public Stream<Exit> exits() {
    return Stream.of(exit);
  }
}
