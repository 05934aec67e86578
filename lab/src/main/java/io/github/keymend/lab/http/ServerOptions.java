package io.github.keymend.lab.http;

import java.net.InetAddress;
import java.time.Duration;

/**
 * How a lab is served.
 *
 * @param host the loopback address to listen on
 * @param port the port; 0: any free one
 * @param speed virtual seconds per real second
 * @param patience how long a body may take to arrive
 */
public record ServerOptions(InetAddress host, int port, double speed, Duration patience) {
  /** A port of the loopback interface at a speed, with the usual patience. */
  public static ServerOptions of(int port, double speed) {
    return new ServerOptions(InetAddress.getLoopbackAddress(), port, speed, LabServer.PATIENCE);
  }
}
