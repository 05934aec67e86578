package io.github.keymend.lab.kms;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keymend.lab.clock.Timeline;
import io.github.keymend.lab.service.Call;
import io.github.keymend.lab.service.CallFaults;
import io.github.keymend.lab.service.CallGate;
import io.github.keymend.lab.service.CallRecord;
import io.github.keymend.lab.service.Caller;
import io.github.keymend.lab.service.Outcome;
import io.github.keymend.lab.service.Place;
import io.github.keymend.lab.service.Secret;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The custom key stores of one AWS account and Region. The six operations behave as the KMS API reference says, for whoever
 * calls; what comes of a connect or disconnect happens later on the {@link Timeline}. The rest of this class is for the
 * lab: to prepare stores, to let things go wrong, and to see the truth.
 */
public final class SimulatedKms {
  static final Set<String> STORE_OPERATIONS = Set.of(
      "CreateCustomKeyStore",
      "ConnectCustomKeyStore",
      "DescribeCustomKeyStores",
      "UpdateCustomKeyStore",
      "DisconnectCustomKeyStore",
      "DeleteCustomKeyStore");

  private final Account account;
  private final CallGate gate;
  private final Connections connections;
  private final StoreSeeds seeds;
  private final KeyOperations keyOperations;

  /** The documented timings, the default of every switch. */
  public SimulatedKms(Timeline timeline) {
    this(timeline, Place.DEFAULT, Timings.DOCUMENTED, Switches.DEFAULT);
  }

  /** An account without stores. */
  public SimulatedKms(Timeline timeline, Place place, Timings timings, Switches switches) {
    this.account = new Account(timeline, place, switches.withTimings(timings));
    this.gate = new CallGate(timeline.clock(), Quotas.PER_SECOND.keySet());
    this.connections = new Connections(account);
    this.seeds = new StoreSeeds(account);
    this.keyOperations = new KeyOperations(account, gate);
  }

  /** CreateCustomKeyStore: the new store's id. */
  public String create(Caller caller, CreateRequest request) {
    Call call = Call.of("CreateCustomKeyStore", request.name(), caller);
    return gate.pass(call, () -> new CreateOperation(account).create(request));
  }

  /** ConnectCustomKeyStore: a normal return says that the call was accepted, no more. */
  public void connect(Caller caller, String storeId) {
    pass(
        Call.of("ConnectCustomKeyStore", storeId, caller),
        () -> connections.connect(account.require(storeId), caller));
  }

  /** DisconnectCustomKeyStore. */
  public void disconnect(Caller caller, String storeId) {
    pass(
        Call.of("DisconnectCustomKeyStore", storeId, caller),
        () -> connections.disconnect(account.require(storeId), caller));
  }

  /** UpdateCustomKeyStore. */
  public void update(Caller caller, UpdateRequest request) {
    String fields = String.join(",", request.fields());
    pass(
        new Call("UpdateCustomKeyStore", request.storeId(), fields, caller),
        () -> new UpdateOperation(account).update(request));
  }

  /** DeleteCustomKeyStore. */
  public void delete(Caller caller, String storeId) {
    pass(
        Call.of("DeleteCustomKeyStore", storeId, caller),
        () -> new DeleteOperation(account).delete(storeId));
  }

  /** DescribeCustomKeyStores. */
  public DescribePage describe(Caller caller, DescribeRequest request) {
    String about = Optional.ofNullable(request.id())
        .or(() -> Optional.ofNullable(request.name()))
        .orElse("");
    Call call = Call.of("DescribeCustomKeyStores", about, caller);
    return gate.pass(call, () -> new DescribeOperation(account).describe(request));
  }

  /** The id of the store that is made after {@code index} others. */
  public static String idOf(int index) {
    return Account.idOf(index);
  }

  /** Prepares a CloudHSM store with a cluster of its own, DISCONNECTED, its password known to KMS: its id. */
  public String addCloudHsmStore(String name) {
    return seeds.cloudHsm(name);
  }

  /** Prepares an external store with a public proxy of its own, DISCONNECTED, its credential known to KMS: its id. */
  public String addXksStore(String name) {
    return seeds.xks(name);
  }

  /** Prepares a store with a given backing, DISCONNECTED: its id. */
  public String addStore(String name, Backing backing) {
    return account.seed(name, backing).id();
  }

  /**
   * A connect attempt of {@code storeId} ends now, whatever state it was in: the quick way to a CONNECTED store or, after
   * {@link StoreFaults#failConnects}, to a FAILED one.
   */
  public void connectNow(String storeId) {
    connections.endConnect(account.require(storeId));
  }

  /**
   * The store is FAILED with {@code code} now, without any connect. AWS documents no such thing; keymend must bear it.
   *
   * @throws IllegalArgumentException if AWS documents the code for the other store type alone
   */
  public void failNow(String storeId, String code) {
    Store store = account.require(storeId);
    KnownErrorCode.requireLegal(code, store.view().type());
    account.enter(store, ConnectionState.FAILED, code, null);
  }

  /**
   * The store is in {@code state} now, without anybody's call: where a scene begins.
   *
   * @param code why, if the state is FAILED
   * @throws IllegalArgumentException if a code is missing, or given for another state, or the store can never have it
   */
  public void bring(String storeId, ConnectionState state, @Nullable String code) {
    Store store = account.require(storeId);
    if ((state == ConnectionState.FAILED) != (code != null)) {
      throw new IllegalArgumentException(
          "a code belongs to FAILED and to no other state: " + state + " with " + code);
    }
    if (code != null) {
      failNow(storeId, code);
    } else {
      connections.bring(store, state);
    }
  }

  /** What goes wrong with the store's next connects and disconnects. */
  public StoreFaults faults(String storeId) {
    return account.require(storeId).faults;
  }

  /** What goes wrong with the next calls, by operation name. */
  public CallFaults callFaults() {
    return gate.faults();
  }

  /** From now on calls above the documented quotas are throttled, in virtual time; without this none is. */
  public void throttle() {
    gate.limit(Quotas.PER_SECOND, KmsErrors::throttling);
  }

  /** Tells {@code listener} every call when it has been answered. */
  public void onCall(Consumer<CallRecord> listener) {
    gate.onCall(listener);
  }

  /** The switches in force. */
  public Switches switches() {
    return account.switches;
  }

  /** Changes the switches from now on. */
  public void use(Switches switches) {
    account.switches = switches;
  }

  /** The clusters and proxies behind the stores. */
  public Backends backends() {
    return account.backends;
  }

  /**
   * The kmsuser of a CloudHSM store's cluster.
   *
   * @throws IllegalArgumentException if the store is external or its cluster is gone
   */
  public KmsUser kmsUser(String storeId) {
    return seeds.kmsUser(account.require(storeId));
  }

  /**
   * The proxy of an external store.
   *
   * @throws IllegalArgumentException if the store is no external one or nothing answers at its endpoint
   */
  public XksProxy proxy(String storeId) {
    return seeds.proxy(account.require(storeId));
  }

  /** The password that KMS holds for the kmsuser of a CloudHSM store, whether it is right or not. */
  public Secret heldPassword(String storeId) {
    return seeds.hsm(account.require(storeId)).password();
  }

  /** Every store as it truly is now. */
  public List<StoreView> stores() {
    return account.existing().map(Store::view).toList();
  }

  /** A store as it truly is now; empty if there is none. */
  public Optional<StoreView> store(String storeId) {
    return account.find(storeId).map(Store::view);
  }

  /** Since when the store has truly been in its state. */
  public Instant since(String storeId) {
    return account.require(storeId).since();
  }

  /** Adds a KMS key to a store: its ARN. */
  public String addKey(String storeId, KeyState own) {
    return seeds.key(account.require(storeId), own).arn();
  }

  /** The operations on keys. */
  public KeyOperations keyOperations() {
    return keyOperations;
  }

  /** The keys of a store. */
  public List<StoreKey> keys(String storeId) {
    return account.keys.values().stream()
        .filter(key -> key.storeId().equals(storeId))
        .toList();
  }

  /** The state that DescribeKey would show. */
  public KeyState keyState(String keyArn) {
    StoreKey key = account.keys.get(keyArn);
    if (key == null) {
      throw new IllegalArgumentException("there is no key " + keyArn);
    }
    return key.shown(account.require(key.storeId()).state());
  }

  /** All calls so far, in order. */
  public List<CallRecord> calls() {
    return gate.log();
  }

  /** All changes of state so far, in order. */
  public List<StateChange> changes() {
    return Collections.unmodifiableList(account.changes);
  }

  /** Tells {@code listener} every change of state when it happens. */
  public void onChange(Consumer<StateChange> listener) {
    account.changeListeners.add(listener);
  }

  /**
   * Gives {@code listener} the EventBridge event of every call that changes, or was meant to change, a store: accepted,
   * refused or failed. CloudTrail delivers minutes later, more than once or never; that is for the listener to play.
   */
  public void onTrailEvent(Consumer<JsonNode> listener) {
    var events = new TrailEvents(account.place);
    gate.onCall(line -> {
      String operation = line.call().operation();
      boolean changesStores =
          STORE_OPERATIONS.contains(operation) && !operation.startsWith("Describe");
      boolean neverArrived = line.outcome() instanceof Outcome.Lost && !line.tookEffect();
      if (changesStores && !neverArrived) {
        listener.accept(events.event(line, account.everKnown(line.call().resource())));
      }
    });
  }

  private void pass(Call call, Runnable service) {
    Supplier<@Nullable Void> quiet = () -> {
      service.run();
      return null;
    };
    gate.pass(call, quiet);
  }
}
