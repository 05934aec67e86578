package io.github.keymend.lab.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.keymend.lab.clock.Timeline;
import io.github.keymend.lab.service.Call;
import io.github.keymend.lab.service.CallGate;
import io.github.keymend.lab.service.Caller;
import io.github.keymend.lab.service.Place;
import io.github.keymend.lab.service.ServiceError;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** AWS Lambda on the wire: REST with JSON; Lambda API reference, Invoke and GetFunctionConfiguration. */
final class LambdaRest {
  private static final String PREFIX = "/2015-03-31/functions/";
  private static final Pattern PATH =
      Pattern.compile(PREFIX + "([^/?]+)/invocations(?:\\?(?:Qualifier=([^&]*))?)?");

  private static final Pattern CONFIGURATION = Pattern.compile(PREFIX + "([^/?]+)/configuration");
  /** A name, a partial ARN or an ARN, with or without a version. */
  private static final Pattern NAME = Pattern.compile(
      "(?:arn:aws[a-zA-Z-]*:lambda:[a-z0-9-]+:)?(?:\\d{12}:)?(?:function:)?([a-zA-Z0-9-_]{1,64})"
          + "(?::(\\$LATEST|[a-zA-Z0-9-_]+))?");

  private static final int MAX_BYTES = 6_291_456;
  private static final String LATEST = "$LATEST";

  private final LambdaFunctions functions;
  private final CallGate gate;
  private final Timeline timeline;
  private final Place place;
  private final LambdaConfiguration configuration;
  private final AccountCalls calls;

  LambdaRest(
      LambdaFunctions functions,
      CallGate gate,
      Timeline timeline,
      Place place,
      LambdaConfiguration configuration,
      AccountCalls calls) {
    this.configuration = configuration;
    this.calls = calls;
    this.functions = functions;
    this.gate = gate;
    this.timeline = timeline;
    this.place = place;
  }

  static boolean owns(WireRequest request) {
    return request.path().startsWith(PREFIX);
  }

  WireResponse call(Caller caller, WireRequest request, String requestId) {
    Map<String, String> headers = new HashMap<>();
    headers.put("Content-Type", "application/json");
    headers.put("x-amzn-RequestId", requestId);
    try {
      return request.method().equals("GET")
          ? configuration(caller, request, headers)
          : invoke(caller, request, headers);
    } catch (ServiceError error) {
      return error(error, requestId);
    }
  }

  /** An error answer: the type is in a header. */
  static WireResponse error(ServiceError error, String requestId) {
    String side = error.status() < 500 ? "User" : "Service";
    return new WireResponse(
        error.status(),
        Map.of(
            "Content-Type",
            "application/json",
            "x-amzn-RequestId",
            requestId,
            "x-amzn-ErrorType",
            error.type()),
        Json.object().put("Type", side).put("Message", error.text()).toString());
  }

  private WireResponse configuration(
      Caller caller, WireRequest request, Map<String, String> headers) {
    Matcher path = CONFIGURATION.matcher(request.path());
    if (!path.matches()) {
      throw WireErrors.unknownOperation(request.path());
    }
    String given = decode(path.group(1));
    Matcher name = NAME.matcher(given);
    String function = name.matches() ? name.group(1) : given;
    String answer = calls
        .pass(
            caller,
            "lambda",
            "GetFunctionConfiguration",
            function,
            () -> configuration.of(function))
        .toString();
    return new WireResponse(200, headers, answer);
  }

  private WireResponse invoke(Caller caller, WireRequest request, Map<String, String> headers) {
    String name = name(request.path());
    String kind = request.header("X-Amz-Invocation-Type").orElse("RequestResponse");
    JsonNode payload = payload(request);
    headers.put("X-Amz-Executed-Version", LATEST);
    switch (kind) {
      case "RequestResponse" -> {
        LambdaFunctions.Invoked invoked =
            gate.pass(call(name, caller, kind), () -> functions.invoke(name, payload));
        if (invoked.failed()) {
          headers.put("X-Amz-Function-Error", "Unhandled");
        }
        return new WireResponse(200, headers, invoked.payload().toString());
      }
      case "Event" -> {
        gate.pass(
            call(name, caller, kind),
            () -> timeline.schedule(timeline.now(), () -> functions.invoke(name, payload)));
        return new WireResponse(202, headers, "");
      }
      case "DryRun" -> {
        return new WireResponse(204, headers, "");
      }
      default ->
        throw ServiceError.refusal(
            "InvalidParameterValueException", "Invocation type " + kind + " is not known.");
    }
  }

  private static Call call(String name, Caller caller, String kind) {
    return new Call("Invoke", name, kind.equals("RequestResponse") ? "" : kind, caller);
  }

  private String name(String rawPath) {
    Matcher path = PATH.matcher(rawPath);
    if (!path.matches()) {
      throw WireErrors.unknownOperation(rawPath);
    }
    String given = decode(path.group(1));
    Matcher name = NAME.matcher(given);
    if (!name.matches()) {
      throw ServiceError.validation("Value '" + given
          + "' at 'functionName' failed to satisfy constraint: Member must be a name or an ARN");
    }
    String qualifier = path.group(2) != null ? decode(path.group(2)) : name.group(2);
    if (!functions.has(name.group(1)) || !(qualifier == null || qualifier.equals(LATEST))) {
      String suffix = qualifier == null ? "" : ":" + qualifier;
      throw new ServiceError(
          "ResourceNotFoundException",
          404,
          "Function not found: " + place.arn("lambda", "function:" + name.group(1) + suffix));
    }
    return name.group(1);
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
    } catch (IllegalArgumentException e) {
      throw ServiceError.validation("the path is not URL-encoded");
    }
  }

  private static JsonNode payload(WireRequest request) {
    if (request.body().length > MAX_BYTES) {
      throw new ServiceError(
          "RequestTooLargeException",
          413,
          "Request must be smaller than " + MAX_BYTES + " bytes for the InvokeFunction operation");
    }
    try {
      return Json.parse(request.body().length == 0 ? "{}" : request.text());
    } catch (JsonProcessingException e) {
      throw ServiceError.refusal(
          "InvalidRequestContentException", "Could not parse request body into json.");
    }
  }
}
