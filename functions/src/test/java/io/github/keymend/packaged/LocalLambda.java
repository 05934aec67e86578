package io.github.keymend.packaged;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/** Runs the jar as Lambda does: AWS's own runtime interface client, in a process of its own, against a local Runtime API. */
final class LocalLambda implements AutoCloseable {
  private static final Path TARGET = Path.of("target").toAbsolutePath();
  static final Path JAR = TARGET.resolve("keymend-lambda.jar");

  /**
   * What came of an invocation.
   *
   * @param path where the runtime posted it: a response or an error
   * @param json what it posted
   * @param log the lines that the process wrote
   * @param coldStart from the start of the process to the answer
   */
  record Result(String path, String json, List<String> log, Duration coldStart) {}

  private record Post(String path, String json) {}

  private final StubbedAws aws = new StubbedAws();
  private final BlockingQueue<Post> posted = new LinkedBlockingQueue<>();
  private final AtomicReference<String> event = new AtomicReference<>("");
  private final CountDownLatch closed = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  LocalLambda() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/2018-06-01/", this::runtimeApi);
    server.createContext("/", this::amazon);
    server.start();
  }

  /** Starts a process with this handler and lets it handle one event. */
  Result invoke(String handler, String json) throws IOException, InterruptedException {
    event.set(json);
    ProcessBuilder builder = new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp",
        JAR + File.pathSeparator + runtimeInterfaceClient(),
        "com.amazonaws.services.lambda.runtime.api.client.AWSLambda",
        "io.github.keymend.step." + handler + "::handleRequest");
    builder.environment().clear();
    builder.environment().putAll(environment());
    Path log = Files.createTempFile(TARGET, handler, ".log");
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    long start = System.nanoTime();
    Process process = builder.start();
    try {
      Post post = posted.poll(60, TimeUnit.SECONDS);
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      if (post == null) {
        throw new IOException("the function did not answer: " + Files.readString(log));
      }
      process.destroy();
      process.waitFor(10, TimeUnit.SECONDS);
      return new Result(post.path(), post.json(), Files.readAllLines(log), took);
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private Map<String, String> environment() {
    String host = "127.0.0.1:" + server.getAddress().getPort();
    String account = "us-east-1:111122223333:";
    return Map.ofEntries(
        Map.entry("AWS_LAMBDA_RUNTIME_API", host),
        Map.entry("AWS_ENDPOINT_URL", "http://" + host),
        Map.entry("AWS_REGION", "us-east-1"),
        Map.entry("AWS_ACCESS_KEY_ID", "local"),
        Map.entry("AWS_SECRET_ACCESS_KEY", "local"),
        Map.entry("AWS_LAMBDA_FUNCTION_NAME", "keymend-OpenFunction"),
        Map.entry("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512"),
        Map.entry("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand"),
        Map.entry("KEYMEND_MODE", "observe"),
        Map.entry("KEYMEND_ATTEMPTS", "3"),
        Map.entry("KEYMEND_TABLE", "keymend-Incidents"),
        Map.entry("KEYMEND_TOPIC_ARN", "arn:aws:sns:" + account + "keymend"),
        Map.entry(
            "KEYMEND_STATE_MACHINE_ARN",
            "arn:aws:states:" + account + "stateMachine:keymend-repair"),
        Map.entry("POWERTOOLS_SERVICE_NAME", "keymend"),
        Map.entry("POWERTOOLS_METRICS_NAMESPACE", "keymend"),
        Map.entry("JAVA_TOOL_OPTIONS", "-XX:+TieredCompilation -XX:TieredStopAtLevel=1"));
  }

  private static String runtimeInterfaceClient() {
    String own = System.getProperty("surefire.test.class.path", "")
        + File.pathSeparator
        + System.getProperty("java.class.path");
    return Arrays.stream(own.split(File.pathSeparator, -1))
        .filter(it -> it.contains("aws-lambda-java-"))
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }

  private void runtimeApi(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (exchange.getRequestMethod().equals("POST")) {
      posted.add(new Post(path, body(exchange)));
      answer(exchange, 202, "{}");
      return;
    }
    String next = event.getAndSet("");
    if (next.isEmpty()) {
      await();
    }
    exchange.getResponseHeaders().add("Lambda-Runtime-Aws-Request-Id", "request-1");
    long deadline = System.currentTimeMillis() + 60_000;
    exchange.getResponseHeaders().add("Lambda-Runtime-Deadline-Ms", Long.toString(deadline));
    exchange
        .getResponseHeaders()
        .add(
            "Lambda-Runtime-Invoked-Function-Arn",
            "arn:aws:lambda:us-east-1:111122223333:function:keymend-OpenFunction");
    answer(exchange, 200, next);
  }

  private void amazon(HttpExchange exchange) throws IOException {
    String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    try {
      answer(exchange, 200, aws.answer(String.valueOf(target), body(exchange)));
    } catch (IOException e) {
      answer(
          exchange, 400, "{\"__type\":\"UnexpectedCall\",\"message\":\"" + e.getMessage() + "\"}");
    }
  }

  private void await() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String body(HttpExchange exchange) throws IOException {
    return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
  }

  /** Always with a content type: without one the native part of the runtime interface client crashes. */
  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
