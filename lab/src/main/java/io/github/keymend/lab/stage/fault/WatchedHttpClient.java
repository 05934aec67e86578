package io.github.keymend.lab.stage.fault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/** Tells the invocation that makes a call of AWS that it is before it, and that it is after it. */
public final class WatchedHttpClient implements SdkHttpClient {
  private static final Pattern ACTION = Pattern.compile("(?:^|&)Action=([A-Za-z]+)");
  private final SdkHttpClient client;

  /** Around the client that makes the calls. */
  public WatchedHttpClient(SdkHttpClient client) {
    this.client = client;
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    ExecutableHttpRequest call = client.prepareRequest(request);
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        String operation = operation(request);
        Invocations.reach(Side.BEFORE, operation);
        HttpExecuteResponse response = call.call();
        Invocations.reach(Side.AFTER, operation);
        return response;
      }

      @Override
      public void abort() {
        call.abort();
      }
    };
  }

  @Override
  public String clientName() {
    return client.clientName();
  }

  @Override
  public void close() {
    client.close();
  }

  /** The JSON protocols name the operation in a header, the query protocol in the body. */
  private static String operation(HttpExecuteRequest request) throws IOException {
    String target = request.httpRequest().firstMatchingHeader("X-Amz-Target").orElse("");
    if (!target.isEmpty()) {
      return target.substring(target.lastIndexOf('.') + 1);
    }
    if (request.contentStreamProvider().isEmpty()) {
      return "";
    }
    try (InputStream body = request.contentStreamProvider().get().newStream()) {
      Matcher action = ACTION.matcher(new String(body.readAllBytes(), UTF_8));
      return action.find() ? action.group(1) : "";
    }
  }
}
