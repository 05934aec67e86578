package io.github.keymend.port;

import io.github.keymend.domain.checkup.Checkup;

/** What is remembered of the daily look. */
public interface Checkups {
  /**
   * What is remembered; {@link Checkup#NONE} where nothing is.
   *
   * @throws TransientException where the table did not answer
   */
  Checkup read();

  /**
   * Remembers {@code next} in the place of {@code read}: false if somebody has written in between.
   *
   * @throws TransientException where the table did not answer
   */
  boolean replace(Checkup read, Checkup next);
}
