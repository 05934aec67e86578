package io.github.keymend.lab.stage;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.github.keymend.aws.Clients;
import io.github.keymend.aws.Lazy;
import io.github.keymend.lab.door.SimulatedAws;
import io.github.keymend.lab.service.Caller;
import io.github.keymend.lab.stage.fault.WatchedHttpClient;
import io.github.keymend.port.BreakerItem;
import io.github.keymend.port.Checkups;
import io.github.keymend.port.Meter;
import io.github.keymend.port.StoreItems;
import io.github.keymend.step.CloseHandler;
import io.github.keymend.step.ConnectHandler;
import io.github.keymend.step.CorrectHandler;
import io.github.keymend.step.DiagnoseHandler;
import io.github.keymend.step.DisconnectHandler;
import io.github.keymend.step.Environment;
import io.github.keymend.step.LookHandler;
import io.github.keymend.step.OpenHandler;
import io.github.keymend.step.ParkHandler;
import io.github.keymend.step.SweepHandler;
import io.github.keymend.step.TellHandler;
import io.github.keymend.step.Wiring;
import io.github.keymend.step.World;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.endpoints.Endpoint;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sns.SnsClient;

/** The real handlers, each with the real SDK clients on simulated AWS, signed in as its own role. */
public final class Functions {
  private static final Map<String, Function<World, RequestStreamHandler>> MAKERS = makers();
  /** As deployed, but nothing goes by the real clock: neither the pause before a retry nor the time-out of a call. */
  private static final ClientOverrideConfiguration PATIENT = Clients.PATIENT.toBuilder()
      .apiCallTimeout(null)
      .apiCallAttemptTimeout(null)
      .retryStrategy(DefaultRetryStrategy.standardStrategyBuilder()
          .backoffStrategy(BackoffStrategy.retryImmediately())
          .throttlingBackoffStrategy(BackoffStrategy.retryImmediately())
          // The SDK retries less after many failures in a short time, and here no time passes.
          .circuitBreakerEnabled(false)
          .build())
      .build();

  /** The rules of endpoints are worked out for each call, and no call here leaves the process. */
  private static final CompletableFuture<Endpoint> LAB = CompletableFuture.completedFuture(
      Endpoint.builder().url(URI.create("https://aws.invalid")).build());

  /** As deployed, in the same sense. */
  private static final ClientOverrideConfiguration ONCE =
      Clients.ONCE.toBuilder().apiCallTimeout(null).build();

  private Functions() {}

  private static Map<String, Function<World, RequestStreamHandler>> makers() {
    Map<String, Function<World, RequestStreamHandler>> makers = new LinkedHashMap<>();
    makers.put("OpenFunction", OpenHandler::new);
    makers.put("LookFunction", LookHandler::new);
    makers.put("DiagnoseFunction", DiagnoseHandler::new);
    makers.put("DisconnectFunction", DisconnectHandler::new);
    makers.put("CorrectFunction", CorrectHandler::new);
    makers.put("ConnectFunction", ConnectHandler::new);
    makers.put("ParkFunction", ParkHandler::new);
    makers.put("CloseFunction", CloseHandler::new);
    makers.put("TellFunction", TellHandler::new);
    makers.put("SweepFunction", SweepHandler::new);
    return makers;
  }

  /** The handlers by the logical id of their function in the template. */
  static Map<String, RequestStreamHandler> on(
      SimulatedAws aws,
      Function<Caller, StoreItems> memory,
      Function<Caller, BreakerItem> breaker,
      Checkups checkups,
      Environment environment,
      Meter meter,
      Clock clock) {
    Map<String, RequestStreamHandler> handlers = new LinkedHashMap<>();
    MAKERS.forEach((name, maker) -> {
      Clients clients = clients(new WatchedHttpClient(aws.httpClient(role(name))));
      StoreItems items = memory.apply(role(name));
      World world = Wiring.world(
          environment, clients, items, breaker.apply(role(name)), checkups, meter, clock);
      handlers.put(name, maker.apply(world));
    });
    return handlers;
  }

  /** The role that a function acts as. */
  public static Caller role(String function) {
    return Caller.role("keymend-" + function + "Role", function);
  }

  /** The names of the functions. */
  public static Set<String> names() {
    return MAKERS.keySet();
  }

  /** The handler of a function in a world of its own. */
  public static RequestStreamHandler handler(String function, World world) {
    return Objects.requireNonNull(MAKERS.get(function), function).apply(world);
  }

  /** The real SDK clients on top of an HTTP client that leads to simulated AWS. */
  public static Clients clients(SdkHttpClient http) {
    return new Clients(
        new Lazy<>(() -> client(KmsClient.builder().endpointProvider(at -> LAB), http, PATIENT)),
        new Lazy<>(() -> client(KmsClient.builder().endpointProvider(at -> LAB), http, ONCE)),
        new Lazy<>(() -> client(SnsClient.builder().endpointProvider(at -> LAB), http, PATIENT)),
        new Lazy<>(() -> client(SfnClient.builder().endpointProvider(at -> LAB), http, PATIENT)),
        new Lazy<DynamoDbClient>(() -> {
          throw new IllegalStateException(
              "incidents live in memory here; there is no simulated DynamoDB");
        }),
        new Lazy<>(() ->
            client(SecretsManagerClient.builder().endpointProvider(at -> LAB), http, PATIENT)));
  }

  private static <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(
      B builder, SdkHttpClient http, ClientOverrideConfiguration configuration) {
    return builder
        .httpClient(http)
        .region(Region.US_EAST_1)
        .credentialsProvider(AnonymousCredentialsProvider.create())
        .overrideConfiguration(configuration)
        .build();
  }
}
