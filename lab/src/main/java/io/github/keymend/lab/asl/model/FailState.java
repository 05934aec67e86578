package io.github.keymend.lab.asl.model;

import io.github.keymend.lab.asl.query.Template;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A bad end.
 *
 * @param name of the state
 * @param error the error name, must give a text
 * @param cause the explanation, must give a text
 */
public record FailState(String name, Optional<Template> error, Optional<Template> cause)
    implements State {
  @Override
  public Stream<Exit> exits() {
    return Stream.empty();
  }
}
