package io.github.keymend.lab.explore.full;

import io.github.keymend.aws.Clients;
import io.github.keymend.lab.door.SimulatedAws;
import io.github.keymend.lab.stage.Functions;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;

/** The SDK's clients take longer to make than a history to play: they are made once, and led to the AWS of the day. */
final class SharedClients {
  private final Map<String, Clients> clients = new HashMap<>();
  private volatile @Nullable SimulatedAws aws;

  void leadTo(SimulatedAws next) {
    aws = next;
  }

  Clients of(String function) {
    return clients.computeIfAbsent(function, name -> Functions.clients(new Switch(name)));
  }

  private final class Switch implements SdkHttpClient {
    private final String function;

    private Switch(String function) {
      this.function = function;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
      return Objects.requireNonNull(aws)
          .httpClient(Functions.role(function))
          .prepareRequest(request);
    }

    @Override
    public void close() {}
  }
}
