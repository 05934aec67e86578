package io.github.keymend.lab.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Function;
import picocli.CommandLine.ParameterException;

/** Talks to the control path of a lab that is being served on this machine. */
final class LabClient {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int OK = 200;

  private final String base;
  private final int port;
  private final Function<String, ParameterException> wrong;

  LabClient(
      InetAddress address, int port, String path, Function<String, ParameterException> wrong) {
    String host = address.getHostAddress();
    this.base = "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port + path;
    this.port = port;
    this.wrong = wrong;
  }

  JsonNode get(String path) {
    return send(HttpRequest.newBuilder(URI.create(base + path)).GET());
  }

  JsonNode post(String path, JsonNode body) {
    return send(HttpRequest.newBuilder(URI.create(base + path))
        .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
  }

  private JsonNode send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response = HttpClient.newHttpClient()
          .send(
              request.timeout(Duration.ofMinutes(2)).build(), HttpResponse.BodyHandlers.ofString());
      JsonNode answer = JSON.readTree(response.body());
      if (response.statusCode() != OK) {
        throw wrong.apply(answer.path("error").asText("the lab answered " + response.statusCode()));
      }
      return answer;
    } catch (IOException e) {
      throw wrong.apply(
          "no lab answers on port " + port + ". Start one with 'keymend lab', or give its --port.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw wrong.apply("interrupted");
    }
  }
}
