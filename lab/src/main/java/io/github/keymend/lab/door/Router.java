package io.github.keymend.lab.door;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.keymend.lab.service.Caller;
import io.github.keymend.lab.service.ServiceError;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * From a request to the simulated service that it is meant for and back, without any transport. JSON services are told
 * apart by {@code X-Amz-Target}, Lambda and the Scheduler by their paths, those with forms by the version of their API.
 */
public final class Router {
  private final Map<String, JsonService> byPrefix = new HashMap<>();
  private final Map<String, QueryService> byVersion = new HashMap<>();
  private final QueryService anyForm;
  private final LambdaRest lambda;
  private final SchedulerRest scheduler;
  private long requests;

  /** The first of the {@code queryServices} gets the forms that name no version. */
  Router(
      List<JsonService> jsonServices,
      List<QueryService> queryServices,
      LambdaRest lambda,
      SchedulerRest scheduler) {
    jsonServices.forEach(service -> byPrefix.put(service.targetPrefix(), service));
    queryServices.forEach(service -> byVersion.put(service.version(), service));
    this.anyForm = queryServices.get(0);
    this.lambda = lambda;
    this.scheduler = scheduler;
  }

  /** Whether any operation is a request of this method: a GET is for what has a path of its own. */
  public static boolean takes(WireRequest request) {
    return switch (request.method()) {
      case "POST" -> true;
      case "GET" -> LambdaRest.owns(request) || SchedulerRest.owns(request);
      default -> false;
    };
  }

  /**
   * Answers {@code request} as {@code caller}.
   *
   * @throws io.github.keymend.lab.service.ConnectionLost if the caller is to get no answer
   */
  public WireResponse route(Caller caller, WireRequest request) {
    String requestId = nextId();
    if (LambdaRest.owns(request)) {
      return lambda.call(caller, request, requestId);
    }
    if (SchedulerRest.owns(request)) {
      return scheduler.call(caller, request, requestId);
    }
    Optional<String> target = request.header("X-Amz-Target");
    if (target.isPresent()) {
      return json(caller, target.get(), request.text(), requestId);
    }
    return form(caller, request, requestId);
  }

  /** Answers {@code error} in the protocol of {@code request}, which reaches no service. */
  public WireResponse refuse(WireRequest request, ServiceError error) {
    String requestId = nextId();
    if (LambdaRest.owns(request) || SchedulerRest.owns(request)) {
      return LambdaRest.error(error, requestId);
    }
    Optional<String> target = request.header("X-Amz-Target");
    return target.isPresent()
        ? error(error, jsonHeaders(service(target.get()), requestId))
        : new WireResponse(error.status(), formHeaders(requestId), anyForm.error(error, requestId));
  }

  private String nextId() {
    return new UUID(0, ++requests).toString();
  }

  private @Nullable JsonService service(String target) {
    int dot = target.lastIndexOf('.');
    return byPrefix.get(dot < 0 ? target : target.substring(0, dot));
  }

  private static Map<String, String> jsonHeaders(@Nullable JsonService service, String requestId) {
    String type = "application/x-amz-json-" + (service == null ? "1.1" : service.jsonVersion());
    return Map.of("Content-Type", type, "x-amzn-RequestId", requestId);
  }

  private static Map<String, String> formHeaders(String requestId) {
    return Map.of("Content-Type", "text/xml", "x-amzn-RequestId", requestId);
  }

  private static WireResponse error(ServiceError error, Map<String, String> headers) {
    String text =
        Json.object().put("__type", error.type()).put("message", error.text()).toString();
    return new WireResponse(error.status(), headers, text);
  }

  private WireResponse json(Caller caller, String target, String body, String requestId) {
    JsonService service = service(target);
    Map<String, String> headers = jsonHeaders(service, requestId);
    try {
      if (service == null) {
        throw WireErrors.unknownOperation(target);
      }
      var members = new Members(parse(body));
      String operation = target.substring(target.lastIndexOf('.') + 1);
      return new WireResponse(
          200, headers, service.call(caller, operation, members).toString());
    } catch (ServiceError error) {
      return error(error, headers);
    }
  }

  private WireResponse form(Caller caller, WireRequest wire, String requestId) {
    QueryService service = anyForm;
    try {
      QueryRequest request = QueryRequest.of(wire);
      service = byVersion.getOrDefault(request.version(), anyForm);
      return new WireResponse(
          200, formHeaders(requestId), service.call(caller, request, requestId));
    } catch (ServiceError error) {
      return new WireResponse(
          error.status(), formHeaders(requestId), service.error(error, requestId));
    }
  }

  private static JsonNode parse(String body) {
    try {
      return Json.parse(body.isEmpty() ? "{}" : body);
    } catch (JsonProcessingException e) {
      throw WireErrors.notJson();
    }
  }
}
