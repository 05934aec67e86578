package io.github.keymend.lab.http;

import io.github.keymend.lab.http.control.Controls;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;

/** One port of the loopback interface, on which HTTP is spoken; the server is Jetty. */
final class LoopbackPort implements AutoCloseable {
  private static final int THREADS = 64;
  private static final int MAX_HEAD_BYTES = 16_384;
  /** A head may come this many times later than a body: until it comes the connection is merely kept. */
  private static final int HEAD_PATIENCE = 3;

  private final Server server;
  private final ServerConnector connector;

  private LoopbackPort(Server server, ServerConnector connector) {
    this.server = server;
    this.connector = connector;
  }

  /**
   * Opens the port.
   *
   * @param host a loopback address
   * @param port the port; 0: any free one
   * @param patience how long a body may take to arrive
   * @param aws gets what is not meant for the control path
   * @param control gets what is
   * @throws BindException if the port cannot be had
   */
  static LoopbackPort open(
      InetAddress host, int port, Duration patience, RequestHandler aws, RequestHandler control)
      throws IOException {
    if (!host.isLoopbackAddress()) {
      throw new IllegalArgumentException(host + " is not a loopback address");
    }
    var scheduler = new ScheduledExecutorScheduler("lab-watch", true);
    var server = new Server(threads(), scheduler, null);
    var connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration()));
    Duration headPatience = patience.multipliedBy(HEAD_PATIENCE);
    connector.setHost(host.getHostAddress());
    connector.setPort(port);
    connector.setIdleTimeout(headPatience.toMillis());
    var heads = new HeadWatch(scheduler, headPatience);
    connector.addBean(heads);
    server.addConnector(connector);
    server.setErrorHandler(new PlainErrors());
    server.setHandler(new Handler.Abstract() {
      @Override
      public boolean handle(Request request, Response response, Callback callback) {
        heads.arrived(request);
        // A call may take longer than the silence that a connection is allowed.
        request.addIdleTimeoutListener(silence -> false);
        RequestHandler handler = isControl(request.getHttpURI().getPath()) ? control : aws;
        var exchange = new Exchange(request, response, callback);
        Arrival.await(request, handler, exchange, patience);
        return true;
      }
    });
    start(server);
    return new LoopbackPort(server, connector);
  }

  URI uri() {
    String host = connector.getHost();
    String literal = host.contains(":") ? "[" + host + "]" : host;
    return URI.create("http://" + literal + ":" + connector.getLocalPort());
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the port cannot be closed", e);
    }
  }

  private static QueuedThreadPool threads() {
    var threads = new QueuedThreadPool(THREADS);
    threads.setName("lab-http");
    threads.setDaemon(true);
    return threads;
  }

  private static HttpConfiguration configuration() {
    var configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    configuration.setRequestHeaderSize(MAX_HEAD_BYTES);
    // A store's name in a path may hold an encoded slash. No path here leads to a file.
    configuration.setUriCompliance(UriCompliance.UNSAFE);
    return configuration;
  }

  private static boolean isControl(String path) {
    return path.equals(Controls.PATH) || path.startsWith(Controls.PATH + "/");
  }

  private static void start(Server server) throws IOException {
    try {
      server.start();
    } catch (IOException e) {
      throw e.getCause() instanceof BindException taken ? taken : e;
    } catch (Exception e) {
      throw new IllegalStateException("the port cannot be opened", e);
    }
  }
}
