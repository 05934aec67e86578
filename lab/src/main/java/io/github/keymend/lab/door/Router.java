package io.github.keymend.lab.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.keymend.lab.service.Caller;
import io.github.keymend.lab.service.ServiceError;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * From a request to the simulated service that it is meant for and back, without any transport. JSON services are told
 * apart by {@code X-Amz-Target}; a form is for SNS.
 */
public final class Router {
  private final Map<String, JsonService> byPrefix = new HashMap<>();
  private final SnsQuery sns;
  private long requests;

  Router(List<JsonService> jsonServices, SnsQuery sns) {
    jsonServices.forEach(service -> byPrefix.put(service.targetPrefix(), service));
    this.sns = sns;
  }

  /**
   * Answers {@code request} as {@code caller}.
   *
   * @throws io.github.keymend.lab.service.ConnectionLost if the caller is to get no answer
   */
  public WireResponse route(Caller caller, WireRequest request) {
    String requestId =
        UUID.nameUUIDFromBytes(("request-" + requests++).getBytes(UTF_8)).toString();
    Optional<String> target = request.header("X-Amz-Target");
    if (target.isPresent()) {
      return json(caller, target.get(), request.text(), requestId);
    }
    return form(caller, request.text(), requestId);
  }

  private WireResponse json(Caller caller, String target, String body, String requestId) {
    int dot = target.indexOf('.');
    JsonService service = byPrefix.get(dot < 0 ? target : target.substring(0, dot));
    String type = "application/x-amz-json-" + (service == null ? "1.1" : service.jsonVersion());
    Map<String, String> headers = Map.of("Content-Type", type, "x-amzn-RequestId", requestId);
    try {
      if (service == null) {
        throw WireErrors.unknownOperation(target);
      }
      var members = new Members(parse(body));
      String operation = target.substring(dot + 1);
      return new WireResponse(
          200, headers, service.call(caller, operation, members).toString());
    } catch (ServiceError error) {
      String text =
          Json.object().put("__type", error.type()).put("message", error.text()).toString();
      return new WireResponse(error.status(), headers, text);
    }
  }

  private WireResponse form(Caller caller, String body, String requestId) {
    Map<String, String> headers = Map.of("Content-Type", "text/xml", "x-amzn-RequestId", requestId);
    try {
      return new WireResponse(200, headers, sns.call(caller, body, requestId));
    } catch (ServiceError error) {
      return new WireResponse(error.status(), headers, SnsQuery.error(error, requestId));
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
