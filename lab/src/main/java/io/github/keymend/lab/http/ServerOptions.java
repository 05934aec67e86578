package io.github.keymend.lab.http;

import java.time.Duration;

/**
 * How a lab is served.
 *
 * @param port the port; 0: any free one
 * @param speed virtual seconds per real second
 * @param patience how long a body may take to arrive
 */
public record ServerOptions(int port, double speed, Duration patience) {
  /** A port at a speed, with the usual patience. */
  public static ServerOptions of(int port, double speed) {
    return new ServerOptions(port, speed, LabServer.PATIENCE);
  }
}
