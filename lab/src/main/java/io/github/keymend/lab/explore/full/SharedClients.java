package io.github.keymend.lab.explore.full;

import io.github.keymend.aws.Clients;
import io.github.keymend.aws.Lazy;
import io.github.keymend.lab.door.LabHttpClient;
import io.github.keymend.lab.door.PermittedWire;
import io.github.keymend.lab.door.SimulatedAws;
import io.github.keymend.lab.explore.stage.Witness;
import io.github.keymend.lab.stage.Functions;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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
    return clients.computeIfAbsent(function, this::make);
  }

  private Clients make(String function) {
    Tap tap = new Tap(request -> new PermittedWire(
            Objects.requireNonNull(aws).router(),
            Functions.role(function),
            action -> allow(function, action))
        .send(request));
    Clients bare = Functions.clients(new LabHttpClient(tap));
    return new Clients(
        new Lazy<>(() -> new KnowingKms(bare.kmsReads().get(), tap)),
        bare.kmsActs(),
        bare.sns(),
        new Lazy<>(() -> new KnowingSfn(bare.sfn().get(), tap)),
        bare.dynamo(),
        new Lazy<>(() -> new KnowingSecrets(bare.secrets().get(), tap)));
  }
}
