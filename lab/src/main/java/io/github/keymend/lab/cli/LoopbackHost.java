package io.github.keymend.lab.cli;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** The address to listen on: of the loopback interface, or none. */
final class LoopbackHost {
  private static final List<String> NAMES = List.of("localhost", "127.0.0.1", "::1", "[::1]");

  private LoopbackHost() {}

  /**
   * The address that a name stands for; nothing is looked up.
   *
   * @throws IllegalArgumentException if it is not one of the loopback interface
   */
  static InetAddress named(String name) {
    if (!NAMES.contains(name)) {
      throw new IllegalArgumentException("--host " + name
          + ": the lab checks no signatures, so it listens on the loopback interface alone."
          + " Leave --host away, and tunnel (ssh -L) if you come from elsewhere.");
    }
    try {
      return name.equals("localhost")
          ? InetAddress.getLoopbackAddress()
          : InetAddress.getByName(name);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("--host " + name + ": not known on this machine", e);
    }
  }
}
