package io.github.keymend.lab.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.github.keymend.lab.door.Router;
import io.github.keymend.lab.door.WireRequest;
import io.github.keymend.lab.door.WireResponse;
import io.github.keymend.lab.service.ConnectionLost;
import io.github.keymend.lab.service.ServiceError;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Hands requests to the router, and answers those that cannot be handed on; AWS "Common errors". */
final class AwsHandler implements HttpHandler {
  private final Router router;
  private final PacedWorld world;
  private final CallLog log;
  private final ScheduledExecutorService watch;
  private final Duration patience;

  AwsHandler(
      Router router,
      PacedWorld world,
      CallLog log,
      ScheduledExecutorService watch,
      Duration patience) {
    this.router = router;
    this.world = world;
    this.log = log;
    this.watch = watch;
    this.patience = patience;
  }

  @Override
  public void handle(HttpExchange http) throws IOException {
    var exchange = new Exchange(http);
    byte[] body = read(http, exchange);
    if (body == null) {
      exchange.answer(refuse(exchange.head(), tooLarge()));
    } else if (!http.getRequestMethod().equals("POST")) {
      exchange.answer(refuse(exchange.head(), noMethod(http.getRequestMethod())));
    } else {
      answer(exchange, exchange.request(body));
    }
  }

  private void answer(Exchange exchange, WireRequest request) throws IOException {
    try {
      exchange.answer(world.call(() -> route(request)));
    } catch (ConnectionLost e) {
      exchange.abandon();
    } catch (RuntimeException e) {
      log.broken(e);
      exchange.answer(refuse(request, broken()));
    }
  }

  private WireResponse route(WireRequest request) {
    long before = log.lines();
    WireResponse response;
    try {
      response = router.route(Callers.of(request), request);
    } catch (ServiceError error) {
      response = router.refuse(request, error);
    }
    if (log.lines() == before) {
      log.unheard(request, response);
    }
    return response;
  }

  /** Reads the body; a sender that stops in the middle is answered by the watch, from another thread. */
  private byte @Nullable [] read(HttpExchange http, Exchange exchange) throws IOException {
    ScheduledFuture<?> alarm =
        watch.schedule(() -> giveUp(exchange), patience.toMillis(), TimeUnit.MILLISECONDS);
    try {
      return Body.read(http);
    } finally {
      alarm.cancel(false);
    }
  }

  private void giveUp(Exchange exchange) {
    try {
      exchange.answer(refuse(exchange.head(), timedOut()));
    } catch (IOException e) {
      exchange.abandon();
    }
  }

  private WireResponse refuse(WireRequest request, ServiceError error) {
    return world.call(() -> {
      WireResponse response = router.refuse(request, error);
      log.unheard(request, response);
      return response;
    });
  }

  private static ServiceError tooLarge() {
    return new ServiceError(
        "RequestEntityTooLargeException", 413, "The request entity is too large.");
  }

  private static ServiceError timedOut() {
    return new ServiceError("RequestTimeoutException", 408, "Reading the request timed out.");
  }

  private static ServiceError noMethod(String method) {
    return ServiceError.refusal(
        "UnknownOperationException", "No operation of the simulated AWS is a " + method);
  }

  private static ServiceError broken() {
    return new ServiceError(
        "InternalFailure", 500, "The lab failed at this request; its log says how.");
  }
}
