package io.github.keymend.lab.kms;

import static io.github.keymend.lab.kms.ConnectionState.CONNECTED;
import static io.github.keymend.lab.kms.ConnectionState.CONNECTING;
import static io.github.keymend.lab.kms.ConnectionState.DISCONNECTED;
import static io.github.keymend.lab.kms.ConnectionState.DISCONNECTING;
import static io.github.keymend.lab.kms.ConnectionState.FAILED;

import io.github.keymend.lab.service.Caller;
import io.github.keymend.lab.service.Secret;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** ConnectCustomKeyStore and DisconnectCustomKeyStore, and what comes of them minutes later. */
final class Connections {
  private final Account account;

  Connections(Account account) {
    this.account = account;
  }

  void connect(Store store, Caller caller) {
    switch (store.state()) {
      case DISCONNECTED -> {
        store.faults.takeConnectRefusal().ifPresent(type -> {
          throw KmsErrors.named(type);
        });
        begin(store, caller);
      }
      case CONNECTED -> pointless(account.switches.connectOnConnected(), store, caller);
      case CONNECTING -> pointless(account.switches.connectOnConnecting(), store, caller);
      case FAILED, DISCONNECTING ->
        throw KmsErrors.invalidState("ConnectCustomKeyStore", store.id(), store.state());
    }
  }

  void disconnect(Store store, Caller caller) {
    switch (store.state()) {
      case CONNECTED, CONNECTING, FAILED -> beginDisconnect(store, caller);
      case DISCONNECTED, DISCONNECTING ->
        throw KmsErrors.invalidState("DisconnectCustomKeyStore", store.id(), store.state());
    }
  }

  /** The store is in {@code state}, which is not FAILED, by nobody's call. */
  void bring(Store store, ConnectionState state) {
    switch (state) {
      case DISCONNECTED -> endDisconnect(store);
      case CONNECTING -> begin(store, null);
      case CONNECTED -> endConnect(store);
      case DISCONNECTING -> beginDisconnect(store, null);
      case FAILED -> throw new IllegalArgumentException("FAILED needs a code");
    }
  }

  /** A connect attempt ends now: the log-in, the rotation of the password, or the reason why not. */
  void endConnect(Store store) {
    Optional<String> failure = attempt(store);
    account.enter(store, failure.isEmpty() ? CONNECTED : FAILED, failure.orElse(null), null);
  }

  private void pointless(PointlessConnect what, Store store, Caller caller) {
    switch (what) {
      case NO_OP -> {}
      case RESTART -> {
        user(store).ifPresent(KmsUser::kmsLogsOut);
        begin(store, caller);
      }
      case REFUSED ->
        throw KmsErrors.invalidState("ConnectCustomKeyStore", store.id(), store.state());
    }
  }

  private void beginDisconnect(Store store, @Nullable Caller caller) {
    if (store.state() == CONNECTING && !account.switches.disconnectCancelsConnect()) {
      // The attempt goes on behind the new state: it logs in or is rejected, and nobody is told.
      attempt(store);
    }
    account.enter(store, DISCONNECTING, null, caller);
    Duration normal = account.switches.timings().disconnect(store.view().type());
    store
        .faults
        .takeDisconnectDuration(normal)
        .ifPresent(duration ->
            store.transition(account.timeline.after(duration, () -> endDisconnect(store))));
  }

  private void begin(Store store, @Nullable Caller caller) {
    account.enter(store, CONNECTING, null, caller);
    Duration normal = account.switches.timings().connect(store.view().type());
    store
        .faults
        .takeConnectDuration(normal)
        .ifPresent(duration ->
            store.transition(account.timeline.after(duration, () -> endConnect(store))));
  }

  private void endDisconnect(Store store) {
    user(store).ifPresent(KmsUser::kmsLogsOut);
    account.enter(store, DISCONNECTED, null, null);
  }

  /** The log-in, the rotation of the password; or the reason why not. */
  private Optional<String> attempt(Store store) {
    return injected(store).or(() -> reach(store));
  }

  private Optional<String> injected(Store store) {
    Optional<String> code = store.faults.takeConnectFailure();
    if (code.filter(KnownErrorCode.INVALID_CREDENTIALS.name()::equals).isPresent()) {
      for (int i = 0; i < account.switches.logInsPerConnect(); i++) {
        user(store).ifPresent(KmsUser::countRejection);
      }
    }
    return code;
  }

  private Optional<String> reach(Store store) {
    Backing backing = store.view().backing();
    Optional<KnownErrorCode> failure =
        backing instanceof HsmBacking hsm ? logIn(store, hsm) : askProxy((XksBacking) backing);
    return failure.map(KnownErrorCode::name);
  }

  private Optional<KnownErrorCode> logIn(Store store, HsmBacking hsm) {
    Optional<KmsUser> user = account.backends.kmsUser(hsm.clusterId());
    if (user.isEmpty()) {
      return Optional.of(KnownErrorCode.CLUSTER_NOT_FOUND);
    }
    Optional<KnownErrorCode> failure = user.get().kmsLogsIn(hsm.password());
    // Several log-ins per connect only matter where they fail: each one counts towards the lock.
    for (int i = 1; failure.isPresent() && i < account.switches.logInsPerConnect(); i++) {
      failure = user.get().kmsLogsIn(hsm.password());
    }
    if (failure.isEmpty()) {
      var rotated = new Secret(account.nextPassword());
      user.get().kmsRotates(rotated);
      store.back(account.now(), hsm.withPassword(rotated));
    }
    return failure;
  }

  private Optional<KnownErrorCode> askProxy(XksBacking xks) {
    Optional<XksProxy> proxy = account.backends.proxy(xks.uriEndpoint());
    if (proxy.isEmpty()) {
      return Optional.of(KnownErrorCode.XKS_PROXY_NOT_REACHABLE);
    }
    return proxy.get().accepts(xks.credential())
        ? Optional.empty()
        : Optional.of(KnownErrorCode.INVALID_CREDENTIALS);
  }

  private Optional<KmsUser> user(Store store) {
    return store.view().backing() instanceof HsmBacking hsm
        ? account.backends.kmsUser(hsm.clusterId())
        : Optional.empty();
  }
}
