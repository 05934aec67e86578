package io.github.keymend.lab.items;

import io.github.keymend.lab.stage.MemoryCheckups;
import io.github.keymend.port.Checkups;

/** The contract, in the memory that the lab uses. */
class MemoryCheckupsTest extends CheckupsContract {
  private final Checkups checkups = new MemoryCheckups();

  @Override
  Checkups checkups() {
    return checkups;
  }
}
