package io.github.keymend.lab.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Scheduler;

/** Closes connections on which no whole head of a request comes in time: Jetty closes silent ones, this also dripping ones. */
final class HeadWatch implements Connection.Listener {
  private final Scheduler scheduler;
  private final Duration patience;
  private final Map<EndPoint, Scheduler.Task> alarms = new ConcurrentHashMap<>();

  HeadWatch(Scheduler scheduler, Duration patience) {
    this.scheduler = scheduler;
    this.patience = patience;
  }

  @Override
  public void onOpened(Connection connection) {
    await(connection.getEndPoint());
  }

  @Override
  public void onClosed(Connection connection) {
    stop(connection.getEndPoint());
  }

  /** A head is there; the next one is awaited from the end of this request on. */
  void arrived(Request request) {
    EndPoint end = request.getConnectionMetaData().getConnection().getEndPoint();
    stop(end);
    Request.addCompletionListener(request, failure -> {
      if (end.isOpen()) {
        await(end);
      }
    });
  }

  private void await(EndPoint end) {
    stop(alarms.put(
        end, scheduler.schedule(end::close, patience.toMillis(), TimeUnit.MILLISECONDS)));
  }

  private void stop(EndPoint end) {
    stop(alarms.remove(end));
  }

  private static void stop(Scheduler.@org.jspecify.annotations.Nullable Task alarm) {
    if (alarm != null) {
      alarm.cancel();
    }
  }
}
