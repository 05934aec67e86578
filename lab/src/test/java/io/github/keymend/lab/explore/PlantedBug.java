package io.github.keymend.lab.explore;

import io.github.keymend.step.World;
import java.util.function.UnaryOperator;

/**
 * A bug that somebody could make, planted from outside by changing what the handlers are given.
 *
 * @param name what is wrong
 * @param plant how
 * @param histories within how many histories it must be found
 */
record PlantedBug(String name, UnaryOperator<World> plant, int histories) {
  @Override
  public String toString() {
    return name;
  }
}
