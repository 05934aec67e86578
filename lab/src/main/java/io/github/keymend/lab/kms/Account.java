package io.github.keymend.lab.kms;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.keymend.lab.clock.Timeline;
import io.github.keymend.lab.service.Caller;
import io.github.keymend.lab.service.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the simulated KMS remembers about the one account and Region of the lab. */
final class Account {
  final Timeline timeline;
  final Place place;
  final Backends backends = new Backends();
  final Map<String, StoreKey> keys = new LinkedHashMap<>();
  final Map<String, String> aliases = new TreeMap<>();
  final List<StateChange> changes = new ArrayList<>();
  final List<Consumer<StateChange>> changeListeners = new ArrayList<>();
  Switches switches;

  private final Map<String, Store> stores = new LinkedHashMap<>();
  private int passwords;

  Account(Timeline timeline, Place place, Switches switches) {
    this.timeline = timeline;
    this.place = place;
    this.switches = switches;
  }

  Instant now() {
    return timeline.now();
  }

  /** Every store that exists, in the order of creation. */
  Stream<Store> existing() {
    return stores.values().stream().filter(store -> !store.isDeleted());
  }

  /** Every store that ever existed: a stale read may still show it. */
  Stream<Store> everCreated() {
    return stores.values().stream();
  }

  Optional<Store> find(String id) {
    return Optional.ofNullable(stores.get(id)).filter(store -> !store.isDeleted());
  }

  Store require(String id) {
    return find(id).orElseThrow(() -> KmsErrors.notFound(id));
  }

  /** Adds a store that is created now, DISCONNECTED. */
  Store add(String name, Backing backing) {
    return add(name, backing, now());
  }

  /** Adds a store that the lab starts with, DISCONNECTED: the stalest read shows it. */
  Store seed(String name, Backing backing) {
    return add(name, backing, Instant.EPOCH);
  }

  /** The id is {@code cks-} and 17 hexadecimal digits, as in AWS's examples; ids grow with the order of creation. */
  private Store add(String name, Backing backing, Instant visibleFrom) {
    String id = idOf(stores.size());
    var view = new StoreView(id, name, ConnectionState.DISCONNECTED, null, now(), backing);
    var store = new Store(view, visibleFrom);
    stores.put(id, store);
    return store;
  }

  /** Adds a key to a store. */
  StoreKey addKey(Store store, KeyState own, String description, @Nullable String xksKeyId) {
    UUID id = UUID.nameUUIDFromBytes(("key-" + keys.size()).getBytes(UTF_8));
    String arn = place.arn("kms", "key/" + id);
    var key = new StoreKey(arn, store.id(), own, now(), description, xksKeyId);
    keys.put(arn, key);
    return key;
  }

  /** A store by its id even if it has been deleted. */
  Optional<StoreView> everKnown(String storeId) {
    return everCreated()
        .map(Store::view)
        .filter(view -> view.id().equals(storeId))
        .findFirst();
  }

  static String idOf(int index) {
    return String.format("cks-1234567890ab%05x", 0xcdef0 + index);
  }

  /** The next password that KMS makes up for kmsuser. */
  String nextPassword() {
    return "rotatedByKms" + ++passwords;
  }

  /** Lets {@code store} enter {@code to}, and tells. */
  void enter(Store store, ConnectionState to, @Nullable String code, @Nullable Caller caller) {
    var change = new StateChange(now(), store.id(), store.state(), to, code, caller);
    store.enter(now(), to, code);
    changes.add(change);
    changeListeners.forEach(listener -> listener.accept(change));
  }
}
