package io.github.keymend.lab.items;

import io.github.keymend.lab.stage.MemoryBreakerItem;
import io.github.keymend.port.BreakerItem;

/** The contract, in the memory that the lab uses. */
class MemoryBreakerItemTest extends BreakerItemContract {
  private final BreakerItem breaker = new MemoryBreakerItem();

  @Override
  BreakerItem breaker() {
    return breaker;
  }
}
