package io.github.keymend.lab.asl.run;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeSet;

/** Calls real handlers in this process. An {@link Error} is a bug of the lab, not of a function: it is let through. */
public final class HandlerInvoker implements LambdaInvoker {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, RequestStreamHandler> handlers;
  private final Duration timeout;
  private long calls;

  /**
   * An invoker.
   *
   * @param handlers by the function name that the workflow uses after substitution
   * @param timeout what the handlers are told is left of their time
   */
  public HandlerInvoker(Map<String, RequestStreamHandler> handlers, Duration timeout) {
    this.handlers = Map.copyOf(handlers);
    this.timeout = timeout;
  }

  @Override
  public JsonNode invoke(String functionName, JsonNode payload, Instant now) throws LambdaError {
    RequestStreamHandler handler = handlers.get(functionName);
    if (handler == null) {
      throw new IllegalArgumentException("no handler for function '" + functionName
          + "'; there are " + new TreeSet<>(handlers.keySet()));
    }
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try {
      HandlerContext context = new HandlerContext(functionName, ++calls, timeout);
      handler.handleRequest(
          new ByteArrayInputStream(JSON.writeValueAsBytes(payload)), answer, context);
      return answer.size() == 0 ? NullNode.getInstance() : JSON.readTree(answer.toByteArray());
    } catch (Exception e) {
      throw LambdaError.thrown(e);
    }
  }
}
