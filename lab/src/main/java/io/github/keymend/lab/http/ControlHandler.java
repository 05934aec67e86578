package io.github.keymend.lab.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.github.keymend.lab.http.control.Controls;
import io.github.keymend.lab.http.control.NotFoundException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The control path over HTTP. It needs no signature, so it turns browsers away: a web page must not be able to reach the
 * lab of whoever reads it.
 */
final class ControlHandler implements HttpHandler {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final Controls controls;

  ControlHandler(Controls controls) {
    this.controls = controls;
  }

  @Override
  public void handle(HttpExchange http) throws IOException {
    if (http.getRequestHeaders().containsKey("Origin")
        || http.getRequestHeaders().containsKey("Sec-Fetch-Site")) {
      answer(http, 403, error("web pages may not control the lab"));
      return;
    }
    byte[] body = Body.read(http);
    String method = http.getRequestMethod();
    if (body == null) {
      answer(http, 413, error("the request is too large"));
    } else if (method.equals("GET") || method.equals("POST")) {
      control(http, method, body);
    } else {
      answer(http, 405, error("GET looks, POST does; " + method + " is neither"));
    }
  }

  private void control(HttpExchange http, String method, byte[] body) throws IOException {
    try {
      JsonNode request =
          body.length == 0 ? JsonNodeFactory.instance.objectNode() : JSON.readTree(body);
      answer(http, 200, controls.answer(method, segments(http), request));
    } catch (JsonProcessingException e) {
      answer(http, 400, error("the body is not JSON"));
    } catch (IllegalArgumentException e) {
      answer(http, 400, error(e.getMessage()));
    } catch (NotFoundException e) {
      answer(http, 404, error(e.getMessage()));
    } catch (IllegalStateException e) {
      answer(http, 409, error(e.getMessage()));
    }
  }

  private static List<String> segments(HttpExchange http) {
    String path = http.getRequestURI().getPath().substring(Controls.PATH.length());
    return Arrays.stream(path.split("/", -1)).filter(each -> !each.isEmpty()).toList();
  }

  private static JsonNode error(@Nullable String text) {
    return JsonNodeFactory.instance.objectNode().put("error", text);
  }

  private static void answer(HttpExchange http, int status, JsonNode answer) throws IOException {
    byte[] bytes = (answer.toPrettyString() + "\n").getBytes(UTF_8);
    http.getResponseHeaders().set("Content-Type", "application/json");
    http.sendResponseHeaders(status, bytes.length);
    http.getResponseBody().write(bytes);
    http.close();
  }
}
