package io.github.keymend.lab.step;

import io.github.keymend.domain.guard.SecretVersion;
import io.github.keymend.domain.message.Commands;
import io.github.keymend.domain.message.Letters;
import io.github.keymend.domain.rule.Mode;
import io.github.keymend.domain.rule.OwnerStatus;
import io.github.keymend.domain.rule.Settings;
import io.github.keymend.domain.store.ConnectionErrorCode;
import io.github.keymend.domain.store.ConnectionState;
import io.github.keymend.domain.store.Identity;
import io.github.keymend.domain.store.KeyStore;
import io.github.keymend.domain.store.StoreType;
import io.github.keymend.lab.clock.VirtualClock;
import io.github.keymend.lab.explore.stage.AnotherLooks;
import io.github.keymend.lab.stage.CountingMeter;
import io.github.keymend.lab.stage.MemoryBreakerItem;
import io.github.keymend.lab.stage.MemoryStoreItems;
import io.github.keymend.port.CallResult;
import io.github.keymend.port.Credential;
import io.github.keymend.port.Executions;
import io.github.keymend.port.KeyStoreActs;
import io.github.keymend.port.KeyStores;
import io.github.keymend.port.Secrets;
import io.github.keymend.port.StoreItems;
import io.github.keymend.step.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a step's handler stands on, where the test says what each port answers; nothing may be changed in KMS. */
class Bench implements KeyStores, KeyStoreActs, Secrets, Executions {
  final Map<String, KeyStore> stores = new LinkedHashMap<>();
  final List<String> started = new ArrayList<>();
  final VirtualClock clock = new VirtualClock();
  StoreItems items = new MemoryStoreItems();
  Function<String, OwnerStatus> owners = arn -> OwnerStatus.RUNNING;

  /** A store that KMS lists. */
  Bench store(String id, ConnectionState state, @Nullable String code) {
    Identity identity = new Identity(id, "name-" + id, StoreType.EXTERNAL_KEY_STORE, "a proxy");
    ConnectionErrorCode error = code == null ? null : new ConnectionErrorCode(code);
    stores.put(id, new KeyStore(identity, state, error));
    return this;
  }

  KeyStore shown(String id) {
    return Objects.requireNonNull(stores.get(id), id);
  }

  World world() {
    Commands commands =
        new Commands("arn:aws:states:us-east-1:111122223333:stateMachine:keymend-repair");
    return new World(
        this,
        this,
        this,
        items,
        new MemoryBreakerItem(),
        message -> {},
        this,
        new AnotherLooks(),
        new AnotherLooks(),
        new Settings(Mode.REPAIR, Set.of(), 3, Map.of()),
        new Letters(commands),
        new CountingMeter(),
        clock);
  }

  @Override
  public Optional<KeyStore> byId(String id) {
    return Optional.ofNullable(stores.get(id));
  }

  @Override
  public Optional<KeyStore> byName(String name) {
    throw new AssertionError("a store is known by its id; its name may be another's by now");
  }

  @Override
  public List<KeyStore> all() {
    return List.copyOf(stores.values());
  }

  @Override
  public OwnerStatus status(String executionArn) {
    return owners.apply(executionArn);
  }

  @Override
  public void startRepair(String customKeyStoreId, String name) {
    started.add(customKeyStoreId);
  }

  @Override
  public CallResult disconnect(String id) {
    throw new AssertionError("nothing is to be disconnected");
  }

  @Override
  public CallResult update(String id, Credential credential) {
    throw new AssertionError("nothing is to be updated");
  }

  @Override
  public CallResult connect(String id) {
    throw new AssertionError("nothing is to be connected");
  }

  @Override
  public List<SecretVersion> versions(String secretArn) {
    return List.of();
  }

  @Override
  public Credential read(String secretArn, String versionId, StoreType type) {
    throw new AssertionError("no secret is to be read");
  }
}
