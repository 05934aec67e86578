package io.github.keymend.port;

import io.github.keymend.domain.message.Message;

/** The way to people. */
public interface Messenger {
  /**
   * Sends one message.
   *
   * @throws TransientException where it was not taken
   */
  void send(Message message);
}
