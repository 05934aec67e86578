package io.github.keymend.lab.http;

import com.sun.net.httpserver.HttpServer;
import io.github.keymend.lab.http.control.Controls;
import io.github.keymend.lab.stage.Lab;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * A lab behind one port of the loopback interface, and no other: nobody but the users of this machine can reach it. It asks
 * for a signature as AWS does and checks none, so it must never listen anywhere else.
 */
public final class LabServer implements AutoCloseable {
  /** How long a request may take to arrive. */
  public static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final int THREADS = 64;

  static {
    // Read once by the JDK's server. The first two: a head that never ends is cut off; answers are
    // not held back by Nagle.
    System.setProperty("sun.net.httpserver.maxReqTime", Long.toString(PATIENCE.toSeconds() + 5));
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ExecutorService threads;
  private final ScheduledExecutorService watch;
  private final PacedWorld world;
  private final Controls controls;

  private LabServer(
      HttpServer server,
      ExecutorService threads,
      ScheduledExecutorService watch,
      PacedWorld world,
      Controls controls) {
    this.server = server;
    this.threads = threads;
    this.watch = watch;
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
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), options.port());
    HttpServer server = HttpServer.create(address, 0);
    lab.aws().onCall(calls::heard);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS, named("lab-http"));
    ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(named("lab-watch"));
    server.setExecutor(threads);
    server.createContext(
        "/", new AwsHandler(lab.aws().router(), world, calls, watch, options.patience()));
    var controls = new Controls(lab, world);
    server.createContext(Controls.PATH, new ControlHandler(controls));
    server.start();
    world.start();
    return new LabServer(server, threads, watch, world, controls);
  }

  /** Where it listens. */
  public URI uri() {
    String host = server.getAddress().getAddress().getHostAddress();
    String literal = host.contains(":") ? "[" + host + "]" : host;
    return URI.create("http://" + literal + ":" + server.getAddress().getPort());
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
    server.stop(0);
    threads.shutdownNow();
    watch.shutdownNow();
    world.close();
  }

  private static ThreadFactory named(String prefix) {
    var count = new AtomicInteger();
    return task -> {
      var thread = new Thread(task, prefix + "-" + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }
}
