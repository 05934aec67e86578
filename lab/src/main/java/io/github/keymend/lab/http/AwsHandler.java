package io.github.keymend.lab.http;

import io.github.keymend.lab.door.Router;
import io.github.keymend.lab.door.WireRequest;
import io.github.keymend.lab.door.WireResponse;
import io.github.keymend.lab.service.ConnectionLost;
import io.github.keymend.lab.service.ServiceError;

/** Hands requests to the router, and answers those that cannot be handed on; AWS "Common errors". */
final class AwsHandler implements RequestHandler {
  private final Router router;
  private final PacedWorld world;
  private final CallLog log;

  AwsHandler(Router router, PacedWorld world, CallLog log) {
    this.router = router;
    this.world = world;
    this.log = log;
  }

  @Override
  public void whole(Exchange exchange, byte[] body) {
    WireRequest request = exchange.request(body);
    if (!Router.takes(request)) {
      exchange.answer(refuse(exchange.head(), noMethod(exchange.method())));
      return;
    }
    try {
      exchange.answer(world.call(() -> route(request)));
    } catch (ConnectionLost e) {
      exchange.abandon();
    } catch (RuntimeException e) {
      log.broken(e);
      exchange.answer(refuse(request, broken()));
    }
  }

  @Override
  public void tooLarge(Exchange exchange) {
    exchange.answerLast(refuse(exchange.head(), tooLarge()));
  }

  @Override
  public void late(Exchange exchange) {
    exchange.answerLast(refuse(exchange.head(), timedOut()));
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
