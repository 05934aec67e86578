package io.github.keymend.lab.http;

import io.github.keymend.lab.http.control.Controls;
import io.github.keymend.lab.stage.Lab;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * A lab behind one port of the loopback interface, and no other: nobody but the users of this machine can reach it. It asks
 * for a signature as AWS does and checks none, so it must never listen anywhere else.
 */
public final class LabServer implements AutoCloseable {
  /** How long a request may take to arrive. */
  public static final Duration PATIENCE = Duration.ofSeconds(10);

  private final LoopbackPort port;
  private final PacedWorld world;
  private final Controls controls;

  private LabServer(LoopbackPort port, PacedWorld world, Controls controls) {
    this.port = port;
    this.world = world;
    this.controls = controls;
  }

  /**
   * Opens the port and lets time run.
   *
   * @param lab the lab, which from now on belongs to the server
   * @param options where and how
   * @param log gets one line a call
   * @throws IOException if the port cannot be had
   */
  public static LabServer start(Lab lab, ServerOptions options, Consumer<String> log)
      throws IOException {
    var calls = new CallLog(lab.timeline(), log);
    // Before the port is bound: a speed that cannot be leaves nothing open behind it.
    var world = new PacedWorld(lab.timeline(), options.speed(), System::nanoTime, calls::broken);
    var controls = new Controls(lab, world);
    lab.aws().onCall(calls::heard);
    LoopbackPort port;
    try {
      port = LoopbackPort.open(
          options.host(),
          options.port(),
          options.patience(),
          new AwsHandler(lab.aws().router(), world, calls),
          new ControlHandler(controls));
    } catch (IOException | RuntimeException e) {
      world.close();
      throw e;
    }
    world.start();
    return new LabServer(port, world, controls);
  }

  /** Where it listens. */
  public URI uri() {
    return port.uri();
  }

  /** The lab's time and the way to act in it. */
  public PacedWorld world() {
    return world;
  }

  /** The control path without HTTP. */
  public Controls controls() {
    return controls;
  }

  @Override
  public void close() {
    port.close();
    world.close();
  }
}
