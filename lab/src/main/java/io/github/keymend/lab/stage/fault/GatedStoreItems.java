package io.github.keymend.lab.stage.fault;

import io.github.keymend.domain.incident.StoreItem;
import io.github.keymend.domain.store.Identity;
import io.github.keymend.lab.service.Call;
import io.github.keymend.lab.service.CallGate;
import io.github.keymend.lab.service.Caller;
import io.github.keymend.lab.service.ConnectionLost;
import io.github.keymend.lab.service.ServiceError;
import io.github.keymend.port.StoreItems;
import io.github.keymend.port.TransientException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** The memory behind a gate with faults, told as the adapter of the real table tells them. */
public final class GatedStoreItems implements StoreItems {
  /** What can be asked of the memory. */
  public static final Set<String> OPERATIONS = Set.of("find", "all", "change");

  private final StoreItems items;
  private final CallGate gate;
  private final Caller caller;

  /** For one caller. */
  public GatedStoreItems(StoreItems items, CallGate gate, Caller caller) {
    this.items = items;
    this.gate = gate;
    this.caller = caller;
  }

  @Override
  public Optional<StoreItem> find(String customKeyStoreId) {
    return pass("find", customKeyStoreId, () -> items.find(customKeyStoreId));
  }

  @Override
  public List<StoreItem> all() {
    return pass("all", "", items::all);
  }

  @Override
  public <R> R change(Identity identity, Function<StoreItem, Change<R>> change) {
    return pass("change", identity.customKeyStoreId(), () -> items.change(identity, change));
  }

  private <T> T pass(String operation, String about, Supplier<T> call) {
    Invocations.reach(Side.BEFORE, operation);
    try {
      T answer = gate.pass(Call.of(operation, about, caller), call);
      Invocations.reach(Side.AFTER, operation);
      return answer;
    } catch (ServiceError | ConnectionLost e) {
      throw new TransientException("the table did not answer: " + e.getMessage(), e);
    }
  }
}
