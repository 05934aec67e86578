package io.github.keymend.lab.door;

import io.github.keymend.lab.service.Caller;
import io.github.keymend.lab.service.ConnectionLost;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;

/**
 * Lets real AWS SDK clients talk to simulated AWS in the same process: it opens no socket and never waits. Whatever
 * endpoint, Region and credentials the SDK client has are ignored; the caller is the one given here. Note that the SDK's own
 * retries do wait, on the real clock: give the client a retry strategy without back-off, or none.
 */
public final class LabHttpClient implements SdkHttpClient {
  private final Wire wire;

  /** A client through which {@code caller} calls, and may do everything. */
  public LabHttpClient(Router router, Caller caller) {
    this(request -> router.route(caller, request));
  }

  /** A client that calls through a wire. */
  public LabHttpClient(Wire wire) {
    this.wire = wire;
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        return answer(request);
      }

      @Override
      public void abort() {}
    };
  }

  @Override
  public String clientName() {
    return "Lab";
  }

  @Override
  public void close() {}

  private HttpExecuteResponse answer(HttpExecuteRequest request) throws IOException {
    WireResponse response;
    try {
      response = wire.send(read(request));
    } catch (ConnectionLost e) {
      throw new IOException(e.getMessage(), e);
    }
    var head = SdkHttpFullResponse.builder().statusCode(response.status());
    response.headers().forEach(head::putHeader);
    return HttpExecuteResponse.builder()
        .response(head.build())
        .responseBody(AbortableInputStream.create(new ByteArrayInputStream(response.body())))
        .build();
  }

  private static WireRequest read(HttpExecuteRequest request) throws IOException {
    Map<String, String> headers = new HashMap<>();
    request
        .httpRequest()
        .forEachHeader((name, values) -> headers.put(name, String.join(",", values)));
    String method = request.httpRequest().method().name();
    String query =
        request.httpRequest().encodedQueryParameters().map(each -> "?" + each).orElse("");
    String path = request.httpRequest().encodedPath() + query;
    if (request.contentStreamProvider().isEmpty()) {
      return new WireRequest(method, path, headers, new byte[0]);
    }
    try (InputStream body = request.contentStreamProvider().get().newStream()) {
      return new WireRequest(method, path, headers, body.readAllBytes());
    }
  }
}
