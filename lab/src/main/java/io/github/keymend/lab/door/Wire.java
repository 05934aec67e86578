package io.github.keymend.lab.door;

import io.github.keymend.lab.service.ConnectionLost;

/** What carries a request to AWS and an answer back. */
@FunctionalInterface
public interface Wire {
  /**
   * Sends a request.
   *
   * @throws ConnectionLost where no answer comes
   */
  WireResponse send(WireRequest request);
}
