package io.github.keymend.lab.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.keymend.lab.door.WireResponse;
import io.github.keymend.lab.http.control.Controls;
import io.github.keymend.lab.http.control.NotFoundException;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The control path over HTTP. It needs no signature, so it turns browsers away: a web page must not be able to reach the
 * lab of whoever reads it.
 */
final class ControlHandler implements RequestHandler {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final Controls controls;

  ControlHandler(Controls controls) {
    this.controls = controls;
  }

  @Override
  public void whole(Exchange exchange, byte[] body) {
    String method = exchange.method();
    if (exchange.hasHeader("Origin") || exchange.hasHeader("Sec-Fetch-Site")) {
      exchange.answer(error(403, "web pages may not control the lab"));
    } else if (method.equals("GET") || method.equals("POST")) {
      exchange.answer(control(exchange, body));
    } else {
      exchange.answer(error(405, "GET looks, POST does; " + method + " is neither"));
    }
  }

  @Override
  public void tooLarge(Exchange exchange) {
    exchange.answerLast(error(413, "the request is too large"));
  }

  @Override
  public void late(Exchange exchange) {
    exchange.answerLast(error(408, "the request took too long to arrive"));
  }

  private WireResponse control(Exchange exchange, byte[] body) {
    try {
      JsonNode request =
          body.length == 0 ? JsonNodeFactory.instance.objectNode() : JSON.readTree(body);
      return answer(200, controls.answer(exchange.method(), segments(exchange.path()), request));
    } catch (JsonProcessingException e) {
      return error(400, "the body is not JSON");
    } catch (IOException | IllegalArgumentException e) {
      return error(400, e.getMessage());
    } catch (NotFoundException e) {
      return error(404, e.getMessage());
    } catch (IllegalStateException e) {
      return error(409, e.getMessage());
    }
  }

  private static List<String> segments(String path) {
    return Arrays.stream(path.substring(Controls.PATH.length()).split("/", -1))
        .filter(each -> !each.isEmpty())
        // A plus is a plus in a path; only in a form is it a blank.
        .map(each -> URLDecoder.decode(each.replace("+", "%2B"), StandardCharsets.UTF_8))
        .toList();
  }

  private static WireResponse error(int status, @Nullable String text) {
    return answer(status, JsonNodeFactory.instance.objectNode().put("error", text));
  }

  private static WireResponse answer(int status, JsonNode answer) {
    return new WireResponse(
        status, Map.of("Content-Type", "application/json"), answer.toPrettyString() + "\n");
  }
}
