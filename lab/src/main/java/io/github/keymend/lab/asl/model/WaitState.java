package io.github.keymend.lab.asl.model;

import io.github.keymend.lab.asl.query.Template;
import java.util.stream.Stream;

/**
 * A pause.
 *
 * @param name of the state
 * @param seconds must give a whole number from 0 to 99,999,999
 * @param exit the way out when the time has passed
 */
public record WaitState(String name, Template seconds, Exit exit) implements State {
  @Override
  public Stream<Exit> exits() {
    return Stream.of(exit);
  }
}
