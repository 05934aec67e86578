package io.github.keymend.lab.explore.full;

import io.github.keymend.aws.Clients;
import io.github.keymend.lab.door.LabHttpClient;
import io.github.keymend.lab.door.SimulatedAws;
import io.github.keymend.lab.explore.stage.Witness;
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
  private final Permissions permissions;
  private volatile @Nullable SimulatedAws aws;
  private volatile @Nullable Witness witness;

  SharedClients(Permissions permissions) {
    this.permissions = permissions;
  }

  void leadTo(SimulatedAws next, Witness told) {
    aws = next;
    witness = told;
  }

  private boolean allow(String function, String action) {
    boolean allowed = permissions.allow(function, action);
    if (!allowed) {
      Objects.requireNonNull(witness).denied(function, action);
    }
    return allowed;
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
      return new LabHttpClient(
              Objects.requireNonNull(aws).router(),
              Functions.role(function),
              action -> allow(function, action))
          .prepareRequest(request);
    }

    @Override
    public void close() {}
  }
}
