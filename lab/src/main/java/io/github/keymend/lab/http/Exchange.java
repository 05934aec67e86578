package io.github.keymend.lab.http;

import io.github.keymend.lab.door.WireRequest;
import io.github.keymend.lab.door.WireResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** One request and the place for its one answer. */
final class Exchange {
  private final Request request;
  private final Response response;
  private final Callback callback;

  Exchange(Request request, Response response, Callback callback) {
    this.request = request;
    this.response = response;
    this.callback = callback;
  }

  String method() {
    return request.getMethod();
  }

  /** The path, percent-encoded as it came, without its query. */
  String path() {
    return request.getHttpURI().getPath();
  }

  boolean hasHeader(String name) {
    return request.getHeaders().contains(name);
  }

  /** The request without its body. */
  WireRequest head() {
    return request(new byte[0]);
  }

  WireRequest request(byte[] body) {
    Map<String, String> headers = new HashMap<>();
    for (HttpField field : request.getHeaders()) {
      String value = field.getValue() == null ? "" : field.getValue();
      headers.merge(field.getName(), value, (before, more) -> before + "," + more);
    }
    return new WireRequest(method(), request.getHttpURI().getPathQuery(), headers, body);
  }

  void answer(WireResponse answer) {
    byte[] body = answer.body();
    response.setStatus(answer.status());
    answer.headers().forEach(response.getHeaders()::put);
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
    response.write(true, ByteBuffer.wrap(body), callback);
  }

  /** The same, to a sender whose request is not whole: nothing more can be said on this connection. */
  void answerLast(WireResponse answer) {
    response.getHeaders().put(HttpHeader.CONNECTION, "close");
    answer(answer);
  }

  /** Breaks the connection off without an answer. */
  void abandon() {
    var broken = new IOException("broken off");
    request.getConnectionMetaData().getConnection().getEndPoint().close(broken);
    callback.failed(broken);
  }
}
