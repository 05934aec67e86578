package io.github.keymend.lab.explore.stage;

import io.github.keymend.domain.guard.SecretVersion;
import io.github.keymend.domain.incident.Act;
import io.github.keymend.domain.incident.Outcome;
import io.github.keymend.domain.incident.StoreItem;
import io.github.keymend.domain.message.Message;
import io.github.keymend.domain.rule.OwnerStatus;
import io.github.keymend.domain.store.Identity;
import io.github.keymend.domain.store.KeyStore;
import io.github.keymend.domain.store.StoreType;
import io.github.keymend.lab.clock.Timeline;
import io.github.keymend.lab.explore.history.Port;
import io.github.keymend.lab.kms.ConnectionState;
import io.github.keymend.lab.kms.SimulatedKms;
import io.github.keymend.lab.kms.StoreView;
import io.github.keymend.lab.service.CallRecord;
import io.github.keymend.port.BreakerItem;
import io.github.keymend.port.CallResult;
import io.github.keymend.port.Credential;
import io.github.keymend.port.Executions;
import io.github.keymend.port.KeyStoreActs;
import io.github.keymend.port.KeyStores;
import io.github.keymend.port.Messenger;
import io.github.keymend.port.Secrets;
import io.github.keymend.port.StoreItems;
import io.github.keymend.port.TransientException;
import io.github.keymend.step.World;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;

/** The ports of keymend with a {@link Fuse} before each, and a witness behind. */
public final class Fused {
  private final Timeline timeline;
  private final Lambdas lambdas;
  private final Fuse fuse;
  private final Witness witness;
  private final Supplier<SimulatedKms> kms;
  private final StoreItems memory;
  private final BreakerItem breaker;

  Fused(
      Timeline timeline,
      Lambdas lambdas,
      Fuse fuse,
      Witness witness,
      Supplier<SimulatedKms> kms,
      StoreItems memory,
      BreakerItem breaker) {
    this.timeline = timeline;
    this.lambdas = lambdas;
    this.fuse = fuse;
    this.witness = witness;
    this.kms = kms;
    this.memory = memory;
    this.breaker = breaker;
  }

  /** The same world with every port fused. */
  public World world(World bare) {
    return new World(
        new Stores(bare.keyStores()),
        new Acts(bare.acts()),
        new Secret(bare.secrets()),
        items(),
        breaker,
        message -> send(bare.messenger(), message),
        new Runs(bare.executions()),
        bare.surroundings(),
        bare.checkups(),
        bare.settings(),
        bare.letters(),
        bare.meter(),
        bare.clock());
  }

  /** The account's breaker, fused where there are enough stores for one. */
  public BreakerItem breaker() {
    return breaker;
  }

  /** The memory, fused. */
  public StoreItems items() {
    return new Items();
  }

  private void send(Messenger messenger, Message message) {
    fuse.pass(Port.MESSENGER, () -> {
      messenger.send(message);
      return true;
    });
  }

  private void told(String id, Optional<KeyStore> shown) {
    KeyStore store = shown.orElse(null);
    String code = store == null || store.code() == null ? null : store.code().value();
    witness.read(new Read(
        timeline.now(),
        lambdas.current(),
        id,
        store == null ? null : store.state(),
        code,
        kms.get().switches().staleness()));
  }

  private final class Stores implements KeyStores {
    private final KeyStores bare;

    private Stores(KeyStores bare) {
      this.bare = bare;
    }

    @Override
    public Optional<KeyStore> byId(String id) {
      return fuse.pass(Port.KEY_STORES, () -> {
        Optional<KeyStore> shown = bare.byId(id);
        shown.ifPresent(store -> told(id, shown));
        return shown;
      });
    }

    @Override
    public Optional<KeyStore> byName(String name) {
      return fuse.pass(Port.KEY_STORES, () -> bare.byName(name));
    }

    @Override
    public List<KeyStore> all() {
      return fuse.pass(Port.KEY_STORES, () -> {
        List<KeyStore> shown = bare.all();
        shown.forEach(store -> told(store.identity().customKeyStoreId(), Optional.of(store)));
        return shown;
      });
    }
  }

  private final class Acts implements KeyStoreActs {
    private final KeyStoreActs bare;

    private Acts(KeyStoreActs bare) {
      this.bare = bare;
    }

    @Override
    public CallResult disconnect(String id) {
      return act(id, Act.DISCONNECT, () -> bare.disconnect(id));
    }

    @Override
    public CallResult update(String id, Credential credential) {
      return act(id, Act.CORRECT, () -> bare.update(id, credential));
    }

    @Override
    public CallResult connect(String id) {
      return act(id, Act.CONNECT, () -> bare.connect(id));
    }

    private CallResult act(String id, Act act, Supplier<CallResult> call) {
      try {
        return fuse.pass(Port.ACTS, () -> {
          ConnectionState before = kms.get().store(id).map(StoreView::state).orElse(null);
          int calls = kms.get().calls().size();
          CallResult result = call.get();
          var log = kms.get().calls();
          // Where IAM refuses, nothing has reached KMS.
          CallRecord made = log.size() == calls ? null : log.get(log.size() - 1);
          witness.act(new ActCall(
              timeline.now(),
              lambdas.current(),
              id,
              act,
              before,
              made != null && made.tookEffect(),
              made == null || isRefused(made),
              result));
          return result;
        });
      } catch (TransientException e) {
        return new CallResult(Outcome.UNKNOWN, "SdkClientException");
      }
    }
  }

  private static boolean isRefused(CallRecord made) {
    return made.outcome() instanceof io.github.keymend.lab.service.Outcome.Refused refused
        && refused.status() < 500;
  }

  private final class Secret implements Secrets {
    private final Secrets bare;

    private Secret(Secrets bare) {
      this.bare = bare;
    }

    @Override
    public List<SecretVersion> versions(String arn) {
      return fuse.pass(Port.SECRETS, () -> bare.versions(arn));
    }

    @Override
    public Credential read(String arn, String version, StoreType type) {
      return fuse.pass(Port.SECRETS, () -> bare.read(arn, version, type));
    }
  }

  private final class Items implements StoreItems {
    @Override
    public Optional<StoreItem> find(String id) {
      return fuse.pass(Port.ITEMS, () -> memory.find(id));
    }

    @Override
    public List<StoreItem> all() {
      return fuse.pass(Port.ITEMS, memory::all);
    }

    @Override
    public <R> R change(Identity identity, Function<StoreItem, Change<R>> change) {
      return fuse.pass(Port.ITEMS, () -> {
        AtomicReference<Runnable> tell = new AtomicReference<>(() -> {});
        R result = memory.change(identity, before -> {
          Change<R> next = change.apply(before);
          Remembered remembered =
              new Remembered(timeline.now(), lambdas.current(), before, next.item());
          tell.set(() -> witness.remembered(remembered));
          return next;
        });
        Objects.requireNonNull(tell.get()).run();
        return result;
      });
    }
  }

  private final class Runs implements Executions {
    private final Executions bare;

    private Runs(Executions bare) {
      this.bare = bare;
    }

    @Override
    public OwnerStatus status(String arn) {
      return fuse.pass(Port.EXECUTIONS, () -> bare.status(arn));
    }

    @Override
    public void startRepair(String id, String name) {
      fuse.pass(Port.EXECUTIONS, () -> {
        bare.startRepair(id, name);
        return true;
      });
    }
  }
}
